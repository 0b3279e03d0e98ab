import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { basicAuthorization, type Endpoint, endpoints } from '@immersion-tracker/contract';
import { expect, onTestFailed, test } from 'vitest';
import { createCaller } from './soak/caller.ts';
import { judgeMemory, RESIDENT } from './soak/checks/memory.ts';
import { createSecrets } from './soak/checks/secrets.ts';
import { Violation } from './soak/checks/violation.ts';
import { allEndpoints, makeRequest } from './soak/fuzz/requests.ts';
import { type HttpAnswer, sendOnce } from './soak/http.ts';
import { createLearner } from './soak/learner/learner.ts';
import { createRandom } from './soak/random.ts';
import { createRecorder } from './soak/recorder.ts';
import { describeFailure } from './soak/report.ts';
import { soak } from './soak/soak.ts';
import { useLearners } from './testing/learners/learners.ts';
import { PASSWORD } from './testing/trackers/share-tracker.ts';

const ANY_MACHINE_MS = 4 * 60_000;
const never = new AbortController().signal;

test('a short soak keeps every promise', { timeout: ANY_MACHINE_MS }, async () => {
  const seed = randomInt(2 ** 31);
  onTestFailed(() => console.log(`The seed of the soak: ${seed}`));

  const { failure, figures } = await soak({ seed, signal: never });

  expect(failure, failure).toBeUndefined();
  // Every kind of trouble has happened, and the tracker has recorded, checked and deleted something meanwhile.
  const troubles = figures.filter((line) => /^(kills|faults|trouble|files) /.test(line));
  expect(troubles).toHaveLength(4);
  for (const line of troubles) expect(line).not.toMatch(/ 0 /);
  expect(figures.find((line) => line.startsWith('records'))).toMatch(
    /[1-9]\d* added, .* [1-9][\d,]* checked/,
  );
});

const learners = useLearners();

/** Changes the JSON of an answer. */
type Change = (body: Record<string, unknown>) => unknown;
type Tamper = (answer: HttpAnswer, name: string) => HttpAnswer;

/** Answers to this endpoint come with other JSON. */
const changing =
  ({ method, path }: Endpoint, change: Change): Tamper =>
  (answer, name) =>
    name === `${method} ${path}` && answer.status === 200
      ? { ...answer, text: JSON.stringify(change(JSON.parse(answer.text))) }
      : answer;

/** Answers that list records list the latest watch record otherwise. */
const listing = (change: (record: Record<string, unknown>) => unknown[]): Tamper =>
  changing(endpoints.listRecords, (body) => {
    const records = Array.isArray(body.records) ? body.records : [];
    const index = records.findLastIndex(({ timestamp }) => timestamp !== undefined);
    return { ...body, records: records.flatMap((one, at) => (at === index ? change(one) : [one])) };
  });

const instead =
  (status: number, body: unknown): Tamper =>
  (answer) => ({ ...answer, status, text: JSON.stringify(body) });

const BUG = { message: 'Something went wrong.', code: 'internal_error', request_id: '1' };

test.each<[what: string, tamper: Tamper, broken: RegExp]>([
  ['loses a record', listing(() => []), /should exist, but is missing/],
  ['doubles a record', listing((record) => [record, record]), /should be listed once/],
  [
    'changes the time of a record',
    listing((record) => [{ ...record, timestamp: Number(record.timestamp) - 1 }]),
    /should have one of the times .* but has \d+/,
  ],
  [
    'changes something else of a record',
    listing((record) => [{ ...record, source: randomUUID() }]),
    /should stay .* but became/,
  ],
  [
    'shows a record of somebody else',
    listing((record) => [record, { ...record, sk: 'MOVIE#theirs', user: 'somebody else' }]),
    /of somebody else should not be shown to learner/,
  ],
  [
    'makes a record up',
    listing((record) => [record, { ...record, sk: 'MOVIE#made up' }]),
    /should not exist, but does/,
  ],
  [
    'miscounts what it adds',
    changing(endpoints.syncEpisodes, ({ episodes_added }) => ({
      episodes_added: Number(episodes_added) + 1,
    })),
    /said that it added/,
  ],
  [
    'miscounts the hours',
    changing(endpoints.getProgress, (body) => ({
      ...body,
      total_hours_watched: Number(body.total_hours_watched) + 1,
    })),
    /The routes should agree on the hours/,
  ],
  [
    'forgets a day',
    changing(endpoints.getHistory, (body) => ({ ...body, days: [] })),
    /The routes should agree/,
  ],
  [
    'leaks a password',
    (answer) => ({ ...answer, headers: { ...answer.headers, 'x-debug': PASSWORD } }),
    /should not contain the password/,
  ],
  ['has a bug', instead(500, BUG), /should succeed or fail with .* but was answered 500/],
  [
    'refuses the right password',
    instead(401, { message: 'Unauthorized', code: 'unauthorized' }),
    /should accept the right credentials/,
  ],
  [
    'sends a field that is not documented',
    changing(endpoints.getProgress, (body) => ({ ...body, debug: true })),
    /should be answered as documented, without further fields/,
  ],
])('the soak notices a tracker that %s', async (_what, tamper, broken) => {
  const { user } = learners.learner();
  const secrets = createSecrets();
  secrets.add('the password', PASSWORD);
  const caller = createCaller({
    ...{ user, secrets, recorder: createRecorder() },
    authorization: basicAuthorization(user, PASSWORD),
    async send(request) {
      const answer = await sendOnce(learners.tracker.url, request, ANY_MACHINE_MS);
      return tamper(answer, `${request.method} ${request.target.replace(/\?.*/, '')}`);
    },
  });
  const learner = createLearner(caller);

  const soaking = (async () => {
    for (let step = 0; step < 20; step += 1) {
      const random = createRandom(1, 'learner', step);
      await learner.step(random);
      await learner.check(random);
    }
  })();

  await expect(soaking).rejects.toThrow(broken);
});

test('memory that grows to the end is a leak, and memory that was taken once is not', () => {
  const sample = (mebibytesAt: (second: number) => number) =>
    judgeMemory(
      Array.from({ length: 600 }, (_, second) => mebibytesAt(second)),
      RESIDENT,
    ).grows;

  expect(sample((second) => 150 + second / 5)).toBe(true);
  expect(sample((second) => (second < 100 ? 150 : 400) + (second % 7) * 20)).toBe(false);
});

test('a secret in a text or a file is noticed, but not quoted', () => {
  const secrets = createSecrets();
  secrets.add('the key', 'fake-key-1234');
  using folder = mkdtempDisposableSync(join(tmpdir(), 'immersion-soak-test-'));
  writeFileSync(join(folder.path, 'state.json'), '{"key":"fake-key-1234"}');

  expect(() => secrets.check('The log', 'asked ?key=fake-key-1234')).toThrow(
    /^The log should not contain the key\.$/,
  );
  expect(() => secrets.checkFiles(folder.path)).toThrow(
    /state\.json should not contain the key\.$/,
  );
});

test('a report begins with the broken promise and the seed', () => {
  const error = new Violation('The show should stay.');
  const report = describeFailure({ error, seed: 7, lastSteps: ['0.1 a step'], logs: ['a log'] });

  expect(report.split('\n').slice(0, 2)).toEqual([
    'BROKEN PROMISE: The show should stay.',
    'Seed: 7',
  ]);
  expect(report.indexOf('a step')).toBeLessThan(report.indexOf('a log'));
});

test('the fuzzer makes valid requests to every endpoint that takes a body', () => {
  const record = { user: 'learner', sk: 'MOVIE#m', timestamp: 1_700_000_000 };
  const words = { texts: ['EPISODE#a#b'], objects: [record] };

  for (const endpoint of allEndpoints.filter(({ method }) => method !== 'GET')) {
    const requests = Array.from({ length: 10 }, (_, step) =>
      makeRequest(endpoint, 'valid', words, createRandom(1, endpoint.path, step)),
    );
    const isValid = (body: unknown) => endpoint.request.safeParse(body).success;
    const valid = requests.filter(({ body }) => isValid(JSON.parse(`${body}`)));
    expect(valid.length, endpoint.path).toBeGreaterThan(0);
  }
});
