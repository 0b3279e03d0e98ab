import { isDeepStrictEqual } from 'node:util';
import { Stopped } from '@immersion-tracker/cli/testing';
import { beforeAll, expect, test } from 'vitest';
import { immersionProgram, startImmersion } from './testing/learners/immersion.ts';
import { type SyncCase, useSyncCases } from './testing/learners/sync-case.ts';
import { ANSWERS, SYNCED, SYNCED_CODE } from './testing/learners/watched-media.ts';
import { startProgram } from './testing/programs/program.ts';
import { type NetworkTrouble, startTroubleProxy } from './testing/trackers/trouble-proxy.ts';

const cases = useSyncCases();

/** The numbers of the requests that a sync sends. */
let requests: readonly number[];
beforeAll(async () => {
  const { requests: count } = await syncThrough(cases.start(), () => undefined);
  requests = Array.from({ length: count }, (_, index) => index + 1);
});

/** Syncs through a proxy that may make the nth request fail. */
async function syncThrough(one: SyncCase, troubleOf: (nth: number) => NetworkTrouble | undefined) {
  const proxy = await startTroubleProxy(cases.tracker.url, troubleOf);
  const finished = await one.sync({ url: proxy.url });
  await proxy.close();
  return { ...finished, requests: proxy.requests };
}

// These wait between attempts, so they run concurrently.
test.concurrent('if the tracker goes down before any request, nothing is removed, and a second run finishes the work', async () => {
  const wrong: unknown[] = [];

  await Promise.all(
    requests.map(async (number) => {
      const one = cases.start();
      const before = one.folder.tree();
      const { code, stderr } = await syncThrough(one, (nth) =>
        nth === number ? 'die' : undefined,
      );
      const after = one.folder.tree();
      const again = await one.sync();

      const told = /^Nothing answers at http\S+. Start the tracker/m.test(stderr);
      const outcome = { code, told, after, again: again.code, state: one.state() };
      const expected = { code: 1, told: true, after: before, again: SYNCED_CODE, state: SYNCED };
      if (!isDeepStrictEqual(outcome, expected)) wrong.push({ number, ...outcome, stderr });
    }),
  );

  expect(wrong).toStrictEqual([]);
});

test.concurrent('if the answer to any request is lost, it is sent again, and the sync succeeds', async () => {
  const wrong: unknown[] = [];

  await Promise.all(
    requests.map(async (number) => {
      const one = cases.start();
      const sent = await syncThrough(one, (nth) => (nth === number ? 'lose answer' : undefined));

      const more = sent.requests - requests.length;
      const outcome = { code: sent.code, state: one.state() };
      // The request again and, if it recorded something, a check whose records these are.
      const isDone = isDeepStrictEqual(outcome, { code: SYNCED_CODE, state: SYNCED });
      if (!isDone || more < 1 || more > 2) wrong.push({ number, more, ...outcome });
    }),
  );

  expect(wrong).toStrictEqual([]);
});

const html502 = { status: 502, body: '<html><title>502 Bad Gateway</title></html>' };

test.concurrent.each([
  ['a connection is reset', 'reset'],
  ['a gateway answers in HTML', html502],
] as const)('if %s once, the sync succeeds', async (_what, trouble) => {
  const one = cases.start();

  const { code } = await syncThrough(one, (nth) => (nth === 3 ? trouble : undefined));

  expect(code).toBe(SYNCED_CODE);
  expect(one.state()).toStrictEqual(SYNCED);
});

const error = (status: number, code: string, more = {}) => {
  return { status, body: JSON.stringify({ message: 'It went wrong.', code, ...more }) };
};

test.concurrent.each([
  [
    'the tracker has a bug',
    error(500, 'internal_error', { request_id: 'r-42' }),
    /^http\S+ failed: It went wrong\. \(look for r-42 in its log\)$/m,
  ],
  ['the gateway keeps failing', html502, /^The tracker answered with status 502\nTry again later/m],
  ['the password is changed', error(401, 'unauthorized'), /then run: immersion login$/m],
])(
  'if %s during the sync, it exits with code 1, says what to do, and removes nothing',
  async (_what, trouble, words) => {
    const one = cases.start();
    const before = one.folder.tree();

    const { code, stderr } = await syncThrough(one, (nth) => (nth >= 8 ? trouble : undefined));
    const after = one.folder.tree();
    const again = await one.sync();

    expect(code).toBe(1);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(after).toStrictEqual(before);
    expect(again.code).toBe(SYNCED_CODE);
    expect(one.state()).toStrictEqual(SYNCED);
  },
);

test('a sync that is stopped while the tracker does not answer exits at once, and removes nothing', async () => {
  const one = cases.start();
  const before = one.folder.tree();
  const proxy = await startTroubleProxy(cases.tracker.url, () => 'hang');
  const stop = new AbortController();

  const run = one.sync({ url: proxy.url, signal: stop.signal });
  await proxy.nextRequest();
  stop.abort(new Stopped());
  const { code, stderr } = await run;
  await proxy.close();

  expect(code).toBe(130);
  expect(stderr).toContain('Stopped. Nothing was deleted before it was recorded');
  // It would take back an earlier sync.
  expect(stderr).not.toContain('undo');
  expect(one.folder.tree()).toStrictEqual(before);
});

test('on a full disk, videos are removed, watched.txt stays intact, and the next run finishes the work', async () => {
  const one = cases.start('shows/Short/watched/E1.mkv');
  const line = 'https://youtu.be/aB3dE5fG7hI\n';
  const rest = `# ${'x'.repeat(5000)}\n`;
  one.folder.write('watched.txt', line + rest);
  // Limits files to four blocks. Longer writes are cut off, as on a full disk.
  const limited = ['-c', 'ulimit -f 4; exec "$@"', 'sh', process.execPath, immersionProgram()];

  const run = startProgram('/bin/sh', [...limited, 'sync', one.folder.path], one.environment(), '');
  const { code, stdout } = await run.finished;
  const left = one.state();
  const again = await one.sync();

  expect(code).toBe(2);
  expect(stdout).toMatch(
    /Left:\n {2}watched\.txt\n {4}may still contain .* could not be written \(EFBIG\)/,
  );
  expect(left).toMatchObject({ tree: ['shows/', 'watched.txt'], list: line + rest });
  expect(again.code).toBe(0);
  expect(one.state()).toMatchObject({ tree: ['shows/', 'watched.txt'], list: rest });
});

test('two runs at the same time lose nothing, and a third one finishes the work', async () => {
  const one = cases.start();

  const process = () =>
    startImmersion(['sync', one.folder.path], one.environment(), ANSWERS).finished;
  const runs = await Promise.all([process(), process()]);
  const lost = one.losses();
  const again = await one.sync();

  // Either of them may be the one that reports what is left.
  const codes = [...runs, again].map(({ code }) => code);
  expect(codes.filter((code) => code !== 0 && code !== SYNCED_CODE)).toStrictEqual([]);
  expect(lost).toStrictEqual([]);
  // Processes of their own find out the real days and lengths of the files.
  expect(one.state()).toMatchObject({ ...SYNCED, viewings: {} });
});
