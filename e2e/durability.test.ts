import { once } from 'node:events';
import { renameSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Providers, startProviders } from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { as, expectError, send } from './testing/trackers/api.ts';
import { startTracker, type Tracker } from './testing/trackers/local-host.ts';

const REQUESTS = 30;
const PER_REQUEST = 300;

let providers: Providers;
let tracker: Tracker;
beforeAll(async () => {
  providers = await startProviders();
  tracker = await startTracker({ environment: providers.environment });
});
afterAll(async () => {
  await tracker?.remove();
  await providers?.close();
});

const batch = (request: number) => ({
  episodes: Array.from({ length: PER_REQUEST }, (_, index) => ({
    folder_name: `Show ${request}`,
    file_name: `Episode ${index}`,
  })),
});

test.each(['Content-Length: 500', 'Content-Length: 7000000', 'Transfer-Encoding: chunked'])(
  'a client that disconnects in the middle of its body (%s) is not logged as an error',
  async (length) => {
    const { hostname, port } = new URL(tracker.url);
    const client = connect(Number(port), hostname);
    const head = `POST /sync HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: ${as('alice')}\r\n${length}\r\n\r\n`;
    const before = tracker.program.stderr.length;
    const logged = () => tracker.program.stderr.slice(before);

    client.write(`${head}3\r\n{"e`, () => client.destroy());
    while (!logged().includes('"path":"/sync"')) await sleep(10);

    expect(logged()).not.toContain('unexpected error');
    expect((await send(tracker.url, 'GET', '/shows')).status).toBe(200);
  },
);

test('a program that locks the database for a while delays a sync, but no other request', async () => {
  const database = new DatabaseSync(join(tracker.dataDir, 'immersion-tracker.sqlite'));
  database.exec('BEGIN IMMEDIATE');

  const syncing = send(tracker.url, 'POST', '/sync', batch(1));
  const reading = await send(tracker.url, 'GET', '/progress');
  const first = await Promise.race([syncing, sleep(300, 'still waiting')]);
  database.exec('ROLLBACK');
  database.close();

  expect(reading.status).toBe(200);
  expect(first).toBe('still waiting');
  expect((await syncing).body).toStrictEqual({ episodes_added: PER_REQUEST });
});

test('kill -9 during a sync loses nothing that the tracker has confirmed', async () => {
  const acknowledged: number[] = [];
  const syncing = (async () => {
    for (let request = 0; request < REQUESTS; request += 1) {
      const answer = await send(tracker.url, 'POST', '/sync', batch(request));
      if (answer.status === 200) acknowledged.push(request);
    }
  })().catch(() => 'cut off');
  while (acknowledged.length < 3) await sleep(1);

  await tracker.kill();
  const outcome = await syncing;
  tracker = await tracker.restart();
  const again = [];
  for (const request of acknowledged) {
    again.push((await send(tracker.url, 'POST', '/sync', batch(request))).body);
  }

  expect(outcome).toBe('cut off');
  expect(acknowledged.length).toBeLessThan(REQUESTS);
  expect(again).toStrictEqual(acknowledged.map(() => ({ episodes_added: 0 })));

  for (let request = 0; request < REQUESTS; request += 1) {
    expect((await send(tracker.url, 'POST', '/sync', batch(request))).status).toBe(200);
  }
  expect((await send(tracker.url, 'GET', '/progress')).body).toMatchObject({
    total_episodes_watched: REQUESTS * PER_REQUEST,
    shows: { length: REQUESTS },
  });
});

test('after SIGINT and SIGTERM the tracker finishes requests in flight and exits with code 0', async () => {
  const asked = providers.youtube.requests.length;
  providers.youtube.inject({ kind: 'answer', status: 429, headers: { 'retry-after': '1' } });
  const syncing = send(tracker.url, 'POST', '/syncyoutube', { video_ids: ['aB3dE5fG7hI'] });
  while (providers.youtube.requests.length === asked) await sleep(5);

  tracker.program.kill('SIGINT');
  const stopping = tracker.stop();
  const answer = await syncing;
  await stopping;
  const { code } = await tracker.program.finished;
  tracker = await tracker.restart();

  expect(answer.body).toStrictEqual({ videos_added: 1 });
  expect(code).toBe(0);
});

test('a tracker whose database is moved records nothing more, answers what is in flight, and exits', async () => {
  const file = join(tracker.dataDir, 'immersion-tracker.sqlite');
  await send(tracker.url, 'POST', '/sync', batch(1));
  const asked = providers.youtube.requests.length;
  providers.youtube.inject({ kind: 'answer', status: 429, headers: { 'retry-after': '1' } });
  const inFlight = send(tracker.url, 'POST', '/syncyoutube', { video_ids: ['bB3dE5fG7hI'] });
  while (providers.youtube.requests.length === asked) await sleep(5);

  renameSync(file, `${file}-moved`);
  const refused = await send(tracker.url, 'POST', '/sync', batch(REQUESTS));

  expectError(refused, 503, 'store_unavailable');
  expectError(await inFlight, 503, 'store_unavailable');
  const { code, stderr } = await tracker.program.finished;
  expect(code).toBe(1);
  expect(stderr).toContain(`${file} was removed, moved or replaced`);

  renameSync(`${file}-moved`, file);
  tracker = await tracker.restart();
  const again = [1, REQUESTS].map((one) => send(tracker.url, 'POST', '/sync', batch(one)));
  expect((await Promise.all(again)).map(({ body }) => body)).toStrictEqual([
    { episodes_added: 0 },
    { episodes_added: PER_REQUEST },
  ]);
});

test('idle connections and bodies that do not end do not delay the shutdown', async () => {
  const { hostname, port } = new URL(tracker.url);
  const silent = connect(Number(port), hostname);
  await once(silent, 'connect');
  silent.on('error', () => {});
  const slow = connect(Number(port), hostname);
  const answer = text(slow);
  const expectation = 'Content-Length: 9\r\nExpect: 100-continue';
  slow.write(
    `POST /sync HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: ${as('alice')}\r\n${expectation}\r\n\r\n`,
  );
  // The tracker has read the headers.
  await once(slow, 'readable');

  await tracker.stop();

  silent.destroy();
  expect(await answer).toMatch(/\r\nHTTP\/1\.1 503 .*"code":"overloaded"/s);
  expect(await tracker.program.finished).toMatchObject({ code: 0 });
});
