import { beforeEach, describe, expect, test } from 'vitest';
import { killedAfter } from '../../testing/killed-after.ts';
import { DAY, type Learner, learner, NOON, recordAt } from '../testing/learner.ts';

const EPISODES = ['shows/Frieren/watched/S01E01.mkv', 'shows/Frieren/watched/S01E02.mkv'];
const LIST = '# seen\nhttps://youtu.be/aB3dE5fG7hI\nnot a link\nhttps://youtu.be/Q2w3E4r5T6Y';
const OLD = { 'MOVIE#Old': NOON - DAY, 'EPISODE#Dark#S01E01': NOON - DAY };

/** Someone with two records, who is about to sync two episodes and two videos. */
function start(): Learner {
  const me = learner(...EPISODES);
  me.media.write('watched.txt', LIST);
  recordAt(me, OLD);
  return me;
}

const sync = ({ media }: Learner) => ['sync', media.path];
const ANSWERS = { answers: ['7', '8'] };

/** What is recorded, and the list. */
function stateOf({ model, media }: Learner) {
  return { records: new Map(model.records), list: media.read('watched.txt') };
}

/** These effects change nothing, so they are represented by the first effect. */
const CHANGES_NOTHING = /^(sending|answered (GET|POST \/(lookup|records)))/;

/**
 * Runs a command after `prepare`, killed after each effect that changes something, and once to its end.
 * Checks each, with what `prepare` resolved with. Resolves with all effects, not only those `among` which
 * it was killed.
 */
async function killEverywhere<T>(
  prepare: (me: Learner) => Promise<T>,
  args: (me: Learner) => readonly string[],
  check: (me: Learner, prepared: T, isKilled: boolean) => Promise<void>,
  among = /./,
): Promise<string[]> {
  const killAfter = async (nth: number) => {
    const me = start();
    const prepared = await prepare(me);
    const { around, effects } = killedAfter(nth);
    await me.run(args(me), { ...ANSWERS, around });
    await check(me, prepared, effects.length === nth);
    return effects;
  };
  const effects = await killAfter(Number.POSITIVE_INFINITY);
  const moments = effects.flatMap((effect, index) =>
    index === 0 || (!CHANGES_NOTHING.test(effect) && among.test(effect)) ? index + 1 : [],
  );
  await Promise.all(moments.map(killAfter));
  return effects;
}

const nothing = async () => {};
const yes = (command: string) => () => [command, '--yes'];

let before: ReturnType<typeof stateOf>;
beforeEach(() => {
  before = stateOf(start());
});

describe('a correction killed after any of its effects', () => {
  test.each([
    ['remove', 'old', 'dark', '--yes'],
    ['date', 'old', '2026-11-20'],
    ['again', 'old'],
  ])('is taken back by undo: %s', async (...args) => {
    const effects = await killEverywhere(
      nothing,
      () => args,
      async (me) => {
        const isChanged = me.model.requests.some((one) =>
          /^(PUT|POST \/(remove|rewatch))/.test(one),
        );
        const { code, stdout } = await me.run(['undo', '--yes']);
        expect(code).toBe(0);
        if (isChanged) expect(stdout).toContain('Done.');
        expect(stateOf(me)).toEqual(before);
      },
    );

    expect(effects.length).toBeGreaterThan(8);
  });
});

describe('a sync killed after any of its effects', () => {
  test('is taken back by undo: nothing of it is recorded, and every line is in the list', async () => {
    const effects = await killEverywhere(nothing, sync, async (me) => {
      const gone = EPISODES.filter((path) => !me.media.tree().includes(path));
      const { code, stdout } = await me.run(['undo', '--yes']);

      expect(code).toBe(0);
      for (const path of gone) expect(stdout).toContain(me.media.of(path));
      expect(stateOf(me)).toEqual(before);
      expect([...me.model.shows.values()].filter((id) => id !== null)).toStrictEqual([]);
    });

    // It ran to its end once.
    expect(effects.filter((one) => one.startsWith('removed file'))).toHaveLength(2);
  });

  test('is finished by another sync, and two undos take both back', async () => {
    await killEverywhere(
      nothing,
      sync,
      async (me) => {
        await me.run(sync(me), ANSWERS);
        expect(me.media.tree()).toStrictEqual(['shows/', 'watched.txt']);
        expect(me.model.records.size).toBe(6);

        await me.run(['undo', '--yes']);
        await me.run(['undo', '--yes']);

        expect(stateOf(me).records).toEqual(before.records);
        const lines = stateOf(me).list.trim().split('\n').sort();
        expect(lines).toStrictEqual(LIST.split('\n').sort());
      },
      /^(answered|removed file|renamed to .*watched\.txt)/,
    );
  });
});

describe('an undo killed after any of its effects', () => {
  test('can be run again, and redo then brings everything back', async () => {
    await killEverywhere(
      async (me) => {
        await me.run(sync(me), ANSWERS);
        return stateOf(me);
      },
      yes('undo'),
      async (me, done, isKilled) => {
        // Each viewing is still in the tracker or in the list.
        const { records, list } = stateOf(me);
        for (const id of ['aB3dE5fG7hI', 'Q2w3E4r5T6Y']) {
          expect(records.has(`YOUTUBEVIDEO#${id}`) || list.includes(id)).toBe(true);
        }
        const { code, stdout } = await me.run(['undo', '--yes']);
        expect(code).toBe(0);
        if (!isKilled) expect(stdout).toBe('There is nothing to undo.\n');
        expect(stateOf(me)).toEqual(before);

        const redone = await me.run(['redo', '--yes']);
        expect(redone.code).toBe(0);
        expect(stateOf(me)).toEqual(done);
      },
    );
  });
});

test('a redo killed after any of its effects can be run again, and undone', async () => {
  await killEverywhere(
    async (me) => {
      await me.run(sync(me), ANSWERS);
      const done = stateOf(me);
      await me.run(['undo', '--yes']);
      return done;
    },
    yes('redo'),
    async (me, done) => {
      const { records, list } = stateOf(me);
      for (const id of ['aB3dE5fG7hI', 'Q2w3E4r5T6Y']) {
        expect(records.has(`YOUTUBEVIDEO#${id}`) || list.includes(id)).toBe(true);
      }
      await me.run(['redo', '--yes']);
      expect(stateOf(me)).toEqual(done);

      const { code } = await me.run(['undo', '--yes']);
      expect([code, stateOf(me)]).toEqual([0, before]);
    },
  );
});

test('an interrupted undo is finished when its turn comes again, and redone first', async () => {
  const me = start();
  await me.run(sync(me), ANSWERS);
  const synced = stateOf(me);
  await me.run(['undo', '--yes'], {
    async around(effect, act) {
      const result = await act();
      if (effect === 'answered POST /remove') throw new Error('killed');
      return result;
    },
  });
  await me.run(['date', 'old', '2026-11-20']);

  const both = [await me.run(['undo', '--yes']), await me.run(['undo', '--yes'])];

  expect(both.map(({ stdout }) => stdout.split(' (')[0])).toStrictEqual([
    'This takes back the new date of Old',
    `This takes back the sync of ${me.media.path}`,
  ]);
  expect(stateOf(me)).toEqual(before);
  expect((await me.run(['undo'])).stdout).toBe('There is nothing to undo.\n');
  await me.run(['redo', '--yes']);
  expect(stateOf(me)).toEqual(synced);
  expect((await me.run(['redo', '--yes'])).stdout).toContain('This redoes the new date of Old');
  expect((await me.run(['redo'])).stdout).toBe('There is nothing to redo.\n');
});

test.each([
  ['undo', 'redo'],
  ['redo', 'undo'],
])('after an interrupted %s, %s asks to finish it first', async (command, other) => {
  const me = start();
  await me.run(['date', 'old', '2026-11-20']);
  if (command === 'redo') await me.run(['undo', '--yes']);
  const { around } = killedAfter(8);
  await me.run([command, '--yes'], { around });

  const { code, stderr } = await me.run([other, '--yes']);

  expect(code).toBe(1);
  expect(stderr).toBe(
    `The last ${command} was interrupted. Finish it first: immersion ${command}\n`,
  );
});
