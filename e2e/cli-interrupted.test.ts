import { isDeepStrictEqual } from 'node:util';
import { killedAfter, Stopped } from '@immersion-tracker/cli/testing';
import { beforeAll, expect, test } from 'vitest';
import { type SyncCase, useSyncCases } from './testing/learners/sync-case.ts';
import { ANSWERS, SYNCED, SYNCED_CODE } from './testing/learners/watched-media.ts';
import { startNode } from './testing/programs/program.ts';

const cases = useSyncCases();

/**
 * Kills a sync after its nth side effect on the disk or the network: later ones do nothing. Resolves with the
 * effects so far.
 */
async function syncKilledAfter(one: SyncCase, nth: number): Promise<string[]> {
  const { around, effects } = killedAfter(nth);
  await one.sync({ around });
  return effects;
}

/**
 * The numbers of the effects that change the disk or the tracker. Those that change nothing, such as a request
 * that only reads or that has not been sent yet, are represented by the first effect.
 */
function momentsOf(effects: readonly string[]): number[] {
  const changesNothing = /^(sending|answered GET|answered POST \/lookup)/;
  const numbers = effects.map((_, index) => index + 1);
  return numbers.filter(
    (number) => number === 1 || !changesNothing.test(effects[number - 1] ?? ''),
  );
}

/** All effects of an uninterrupted sync, in order. */
let effects: readonly string[];
let whole: SyncCase;
beforeAll(async () => {
  whole = cases.start();
  effects = await syncKilledAfter(whole, Number.POSITIVE_INFINITY);
});

test('a sync killed at any moment loses nothing, and a second run finishes the work', async () => {
  const wrong: unknown[] = [];

  await Promise.all(
    momentsOf(effects).map(async (number) => {
      const one = cases.start();
      const had = await syncKilledAfter(one, number);
      const lost = one.losses();
      const { code } = await one.sync();

      const outcome = { effects: had.length, lost, code, state: one.state() };
      // The last effect saves what was left, so a second run does not report it again.
      const again = number === effects.length ? 0 : SYNCED_CODE;
      const expected = { effects: number, lost: [], code: again, state: SYNCED };
      if (!isDeepStrictEqual(outcome, expected))
        wrong.push({ number, after: had.at(-1), ...outcome });
    }),
  );

  expect(wrong).toStrictEqual([]);
  expect(whole.state()).toStrictEqual(SYNCED);
  // Proves that it was killed at every kind of effect.
  const kinds = effects.map((effect) => effect.replace(/ (\/|[A-Z]+ \/).*/, ''));
  expect([...new Set(kinds)].sort()).toStrictEqual([
    ...['answered', 'removed file', 'removed folder', 'renamed to', 'sending'],
    ...['wrote', 'wrote half of'],
  ]);
});

const STOPPED = 'Stopped. Nothing was deleted before it was recorded';

test.each([
  ['a request', /^answered POST \/sync$/],
  ['a video', /^removed file .*E1\.mkv$/],
  ['a sidecar file', /^removed file .*poster\.jpg$/],
  ["a show's folder", /^removed folder .*\/Finished$/],
])('a sync stopped after %s exits with 130, and a rerun finishes', async (_what, effect) => {
  const one = cases.start();
  const stop = new AbortController();

  const stopped = await one.sync({
    signal: stop.signal,
    async around(name, act) {
      const result = await act();
      if (effect.test(name)) stop.abort(new Stopped());
      return result;
    },
  });
  const lost = one.losses();
  const again = await one.sync();

  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toContain(STOPPED);
  expect(stopped.stderr).toMatch(/ To take back what was done: immersion undo\n$/);
  expect(stopped.stderr).not.toContain('watched.txt');
  expect(lost).toStrictEqual([]);
  expect(again.code).toBe(SYNCED_CODE);
  expect(one.state()).toStrictEqual(SYNCED);
});

test.each([
  [
    'SIGKILL',
    /^wrote half of .*watched\.txt/,
    { code: null, stderr: expect.not.stringContaining(STOPPED) },
  ],
  ['SIGINT', /^removed file .*E1\.mkv$/, { code: 130, stderr: expect.stringContaining(STOPPED) }],
])('a second run finishes the work after %s ends the first', async (signal, effect, end) => {
  const one = cases.start();
  const number = effects.findIndex((name) => effect.test(name)) + 1;

  const args = [signal, `${number}`, 'sync', one.folder.path];
  const program = 'cli/src/testing/stop-after.ts';
  const ended = await startNode(program, args, one.environment(), ANSWERS).finished;
  const lost = one.losses();
  const again = await one.sync();

  expect(ended).toMatchObject(end);
  expect(ended.stderr).toMatch(new RegExp(`effect ${number}: .*\n(?!effect)`));
  expect(lost).toStrictEqual([]);
  expect(again.code).toBe(SYNCED_CODE);
  // A process of its own finds out the real days and lengths of the files.
  expect(one.state()).toMatchObject({ ...SYNCED, viewings: {} });
});
