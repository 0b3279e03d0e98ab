import { isDeepStrictEqual } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { forEachOf, type SyncCase, useSyncCases } from './testing/learners/sync-case.ts';
import { ANSWERS, SYNCED, SYNCED_CODE } from './testing/learners/watched-media.ts';
import { type Finished, startNode } from './testing/programs/program.ts';

const cases = useSyncCases();

/** Syncs, and gets a signal right after the nth effect on the disk or the network; 0 for never. */
function syncUntil(one: SyncCase, signal: NodeJS.Signals, nth: number): Promise<Finished> {
  const args = [signal, `${nth}`, 'sync', one.folder.path];
  return startNode('cli/src/testing/stop-after.ts', args, one.environment(), ANSWERS).finished;
}

function effectsOf({ stderr }: Finished): string[] {
  return [...stderr.matchAll(/^effect \d+: (.*)$/gm)].map(([, effect = '']) => effect);
}

/** The number of the first effect that is like this one. */
function numberOf(effect: RegExp, effects: readonly string[]): number {
  const index = effects.findIndex((one) => effect.test(one));
  if (index === -1) throw new Error(`none of the effects is like ${effect}`);
  return index + 1;
}

/**
 * The numbers of the effects after which the world outside is not as it was after the one before.
 * A request that has not left yet changes nothing; the first one stands for all of them.
 */
function momentsOf(effects: readonly string[]): number[] {
  const numbers = effects.map((_, index) => index + 1);
  return numbers.filter((number) => number === 1 || !effects[number - 1]?.startsWith('sending'));
}

/** All effects of a sync that nothing stops, in their order. */
let effects: readonly string[];
let whole: SyncCase;
beforeAll(async () => {
  whole = cases.start();
  effects = effectsOf(await syncUntil(whole, 'SIGKILL', 0));
});

// Many runs.
const LONG = { timeout: 300_000 };

test(
  'killed at any moment, it has lost nothing, and a second run ends the work',
  LONG,
  async () => {
    const wrong: unknown[] = [];

    await forEachOf(momentsOf(effects), async (number) => {
      const one = cases.start();
      const killed = await syncUntil(one, 'SIGKILL', number);
      const lost = one.losses();
      const { code } = await one.sync();

      const outcome = { effects: effectsOf(killed).length, lost, code, state: one.state() };
      // By its last effect it has noted what it left: the second run leaves nothing more.
      const again = number === effects.length ? 0 : SYNCED_CODE;
      const expected = { effects: number, lost: [], code: again, state: SYNCED };
      if (isDeepStrictEqual(outcome, expected)) return;
      wrong.push({ number, after: effectsOf(killed).at(-1), ...outcome });
    });

    expect(wrong).toStrictEqual([]);
    expect(whole.state()).toStrictEqual(SYNCED);
    // So that it was killed at all that there is.
    const kinds = effects.map((effect) => effect.replace(/ (\/|[A-Z]+ \/).*/, ''));
    expect([...new Set(kinds)].sort()).toStrictEqual([
      ...['answered', 'removed file', 'removed folder', 'renamed to', 'sending'],
      ...['wrote', 'wrote half of'],
    ]);
  },
);

test.each([
  ['a request', /^answered POST \/sync$/],
  ['a video', /^removed file .*E1\.mkv$/],
  ['a sidecar file', /^removed file .*poster\.jpg$/],
  ["a show's folder", /^removed folder .*\/Finished$/],
])('Ctrl-C after %s ends it with 130, and a second run ends the work', async (_what, effect) => {
  const one = cases.start();

  const stopped = await syncUntil(one, 'SIGINT', numberOf(effect, effects));
  const lost = one.losses();
  const again = await one.sync();

  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toContain('Stopped. Nothing unsynced was removed');
  expect(stopped.stderr).not.toContain('watched.txt');
  expect(lost).toStrictEqual([]);
  expect(again.code).toBe(SYNCED_CODE);
  expect(one.state()).toStrictEqual(SYNCED);
});
