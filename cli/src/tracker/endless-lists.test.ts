import { expect, test } from 'vitest';
import { createTracker } from './tracker.ts';
import { listWatched } from './watched.ts';
import { everything } from './whole-records.ts';

const account = { address: 'http://127.0.0.1:8080', user: 'alice', password: 'fake-password' };
/** A tracker whose lists always end with the same cursor. */
const tracker = createTracker(
  account,
  async () => Response.json({ records: [], watched: [], next: 'again' }),
  new AbortController().signal,
);

test.each([
  ['records', () => everything(tracker)],
  ['watched', () => listWatched(tracker, {})],
])('a list of %s that never ends is an error', async (_, list) => {
  await expect(Array.fromAsync<unknown>(list())).rejects.toThrow('a list that never ends');
});
