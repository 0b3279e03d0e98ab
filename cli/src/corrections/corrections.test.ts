import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { Stopped } from '../errors/failure.ts';
import { wholeCode } from './records/codes.ts';
import { DAY, HOUR, type Learner, learner, NOON, recordAt } from './testing/learner.ts';

const RECORDS = {
  'EPISODE#Dark#S01E01': NOON - DAY,
  'EPISODE#Dark#S01E02': NOON - DAY + HOUR,
  'MOVIE#Old': NOON - 40 * DAY,
};

function start(): Learner {
  const me = learner();
  recordAt(me, RECORDS);
  return me;
}

/** Everything that is recorded. */
const recordsOf = ({ model }: Learner) => new Map(model.records);
const timeOf = ({ model }: Learner, id: string) => model.records.get(id)?.watched_at;

describe('the log', () => {
  test('lists records by day, the latest first, with codes, times and lengths', async () => {
    const { code, stdout } = await start().run(['log']);

    expect(code).toBe(0);
    expect(stdout.replaceAll(/ {3,}/g, '  ').split('\n')).toStrictEqual([
      'Yesterday, Wednesday 25 November',
      expect.stringMatching(/^ {2}[a-z][a-z2-9]{3} {2}13:00 {2}S01E02 · Dark {2}~20 min$/),
      expect.stringMatching(/^ {2}[a-z][a-z2-9]{3} {2}12:00 {2}S01E01 · Dark {2}~20 min$/),
      '',
      'Saturday 17 October',
      expect.stringMatching(/^ {2}[a-z][a-z2-9]{3} {2}12:00 {2}Old {2}1 h 30 min$/),
      '',
      'A length with ~ is a guess.',
      'To correct a record: immersion date, again or remove, and its code on the left.',
      '',
    ]);
  });

  test.each([
    [
      ['--day', 'yesterday'],
      ['EPISODE#Dark#S01E02', 'EPISODE#Dark#S01E01'],
    ],
    [['--day', '2026-10-17'], ['MOVIE#Old']],
    [['--limit', '1'], ['EPISODE#Dark#S01E02']],
    [['dark', 's01e01'], ['EPISODE#Dark#S01E01']],
  ])('with %j has %j', async (args, ids) => {
    const { stdout } = await start().run(['log', ...args, '--json']);

    expect(JSON.parse(stdout).records.map(({ id }: { id: string }) => id)).toStrictEqual(ids);
  });

  test.each([
    [['--day', 'someday'], 'someday is not a date. Write it like 2026-11-26.'],
    [['--limit', 'all'], '--limit must be a whole number, 1 or more.'],
  ])('with %j says what is wrong', async (args, message) => {
    const { code, stderr } = await start().run(['log', ...args]);

    expect([code, stderr]).toStrictEqual([1, `${message}\n`]);
  });

  test('of someone new says how to begin', async () => {
    expect((await learner().run(['log'])).stdout).toContain('run: immersion sync');
  });
});

describe('a record', () => {
  test('can be named by its code, its id or its words', async () => {
    const me = start();
    const { records } = JSON.parse((await me.run(['log', '--json'])).stdout);
    const { id, code } = records[2];

    for (const name of [code, code.toUpperCase(), id, 'old']) {
      const dated = await me.run(['date', name, '2026-11-01']);
      expect(dated.code).toBe(0);
      expect(timeOf(me, id)).toBe(Date.parse('2026-11-01T12:00Z') / 1000);
      await me.run(['undo', '--yes']);
    }
  });

  test('that could be several is not changed, and the candidates are listed', async () => {
    const me = start();

    const { code, stderr } = await me.run(['date', 'dark', 'today']);

    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^dark could be any of these\. Say which:\n {2}\w{4} {2}Wednesday 25 November at 13:00 {2}S01E02 · Dark\n {2}\w{4} .* S01E01 · Dark\n$/,
    );
    expect(recordsOf(me)).toStrictEqual(recordsOf(start()));
  });

  test('whose code begins with a word of another one is not changed, and a longer code finds it', async () => {
    const me = start();
    const code = wholeCode('MOVIE#Old');
    recordAt(me, { [`EPISODE#${code.slice(0, 4).toUpperCase()}#S01E01`]: NOON - DAY });
    const before = recordsOf(me);
    for (const command of [['again'], ['remove', '--yes']]) {
      const { code: exit, stderr } = await me.run([...command, code.slice(0, 4)]);
      expect([exit, stderr]).toStrictEqual([1, expect.stringContaining('could be any of these')]);
      expect(stderr).toContain(` ${code.slice(0, 5)}  Saturday 17 October at 12:00  Old\n`);
    }
    const byThree = await me.run(['date', code.slice(0, 3), '2026-11-01']);
    const unchanged = recordsOf(me);
    await me.run(['date', code.slice(0, 5), '2026-11-01']);

    expect(unchanged.get('MOVIE#Old')).toStrictEqual(before.get('MOVIE#Old'));
    expect(byThree.stdout).toContain('S01E01');
    expect(timeOf(me, 'MOVIE#Old')).toBe(Date.parse('2026-11-01T12:00Z') / 1000);
  });

  test.each([['movie'], ['epis'], ['b3d'], [`${NOON - 40 * DAY}`.slice(-6)]])(
    'is not found by %j, which is only in its id',
    async (words) => {
      const me = start();
      recordAt(me, { 'YOUTUBEVIDEO#aB3dE5fG7hI': NOON });
      await me.run(['again', 'old', '--date', '2026-10-17']);
      const before = recordsOf(me);

      const { code, stderr } = await me.run(['remove', words, '--yes']);

      expect(code).toBe(1);
      expect(stderr).toContain(`No recent record matches ${words}.`);
      expect(recordsOf(me)).toStrictEqual(before);
    },
  );

  test('that does not exist is an error', async () => {
    const { code, stderr } = await start().run(['date', 'Tatort', 'today']);

    expect(code).toBe(1);
    expect(stderr).toContain('No recent record matches Tatort.');
  });

  test('older than the latest 200 is found by its longer code and by its id, not by words', async () => {
    const me = start();
    const many = Array.from({ length: 300 }, (_, index) => [`MOVIE#New ${index}`, NOON - index]);
    recordAt(me, Object.fromEntries(many));
    const log = await me.run(['log', 'old', '--json']);
    const { code } = JSON.parse(log.stdout).records[0];

    const byWords = await me.run(['date', 'old', 'now']);
    const byShort = await me.run(['date', code.slice(0, 4), 'now']);
    const byCode = await me.run(['date', code, '2026-11-01']);
    const byId = await me.run(['date', 'MOVIE#Old', '2026-11-02']);

    expect(code).toHaveLength(7);
    expect([byWords.code, byShort.code, byCode.code, byId.code]).toStrictEqual([1, 1, 0, 0]);
  });
});

describe('a date', () => {
  test.each([
    ['2026-11-20', '2026-11-20T12:00Z'],
    ['2026-11-20 21:30', '2026-11-20T21:30Z'],
    ['yesterday', '2026-11-25T12:00Z'],
    ['yesterday 9:05', '2026-11-25T09:05Z'],
    ['today', '2026-11-26T12:00Z'],
    ['now', '2026-11-26T12:00Z'],
  ])('of %s moves the record, says from and to, and is undone', async (when, then) => {
    const me = start();

    const { code, stdout } = await me.run(['date', 'old', ...when.split(' ')]);
    const moved = timeOf(me, 'MOVIE#Old');
    const undone = await me.run(['undo', '--yes']);

    expect(code).toBe(0);
    expect(moved).toBe(Date.parse(then) / 1000);
    expect(stdout).toMatch(
      /^Old\n {2}from {2}Saturday 17 October at 12:00\n {2}to {4}\w+ \d+ November at .*\nIf this was a mistake: immersion undo\n$/,
    );
    expect(undone.code).toBe(0);
    expect(recordsOf(me)).toStrictEqual(recordsOf(start()));
  });

  test.each([
    ['2026-11-27', '2026-11-27 is in the future.'],
    ['today 13:00', 'today 13:00 is in the future.'],
    ['2026-11-20 25:00', 'That time does not exist. Write it like 2026-11-20 21:30.'],
    ['soon', 'soon is not a date. Write it like 2026-11-26, "2026-11-26 21:30", yesterday or now.'],
  ])('of %s is refused', async (when, message) => {
    const me = start();

    const { code, stderr } = await me.run(['date', 'old', when]);

    expect([code, stderr]).toStrictEqual([1, `${message}\n`]);
    expect(recordsOf(me)).toStrictEqual(recordsOf(start()));
  });
});

describe('another viewing', () => {
  test('is recorded, twice on one day if need be, and undone one by one', async () => {
    const me = start();

    const first = await me.run(['again', 'MOVIE#Old', '--date', 'yesterday']);
    const second = await me.run(['again', 'MOVIE#Old', '--date', 'yesterday']);
    const ids = [...me.model.records.keys()].slice(3);
    const undone = [await me.run(['undo', '-y']), await me.run(['undo', '-y'])];

    expect(first.stdout).toBe(
      'Old: watched again on Wednesday 25 November at 12:00.\nIf this was a mistake: immersion undo\n',
    );
    expect(second.code).toBe(0);
    expect(ids).toStrictEqual([`MOVIE#Old#${NOON - DAY}`, `MOVIE#Old#${NOON - DAY - 1}`]);
    expect(undone.map(({ code }) => code)).toStrictEqual([0, 0]);
    expect(recordsOf(me)).toStrictEqual(recordsOf(start()));
  });

  test('of a rewatch is one of its first viewing', async () => {
    const me = start();
    await me.run(['again', 'old', '--date', 'yesterday']);

    await me.run(['again', `MOVIE#Old#${NOON - DAY}`]);

    expect(me.model.records.get(`MOVIE#Old#${NOON}`)).toMatchObject({ rewatch_of: 'MOVIE#Old' });
  });
});

describe('a removal', () => {
  test('says what goes, and is undone with everything that the records had', async () => {
    const me = start();

    const { code, stdout } = await me.run(['remove', 'dark s01e01', 'old', '--yes']);
    const left = [...me.model.records.keys()];
    await me.run(['undo', '--yes']);

    expect(code).toBe(0);
    expect(stdout.split('\n')).toStrictEqual([
      '  S01E01 · Dark, Wednesday 25 November at 12:00, ~20 min',
      '  Old, Saturday 17 October at 12:00, 1 h 30 min',
      'Removed 2 records. If this was a mistake: immersion undo',
      '',
    ]);
    expect(left).toStrictEqual(['EPISODE#Dark#S01E02']);
    expect(recordsOf(me)).toEqual(recordsOf(start()));
  });

  test.each([[['remove', 'old']], [['remove']]])(
    'without a terminal and --yes changes nothing: %j',
    async (args) => {
      const me = start();

      const { code, stderr } = await me.run(args, { answers: ['y', 'y'] });

      expect(code).toBe(1);
      expect(stderr).toMatch(/^(Nothing was changed|Name the records)/);
      expect(recordsOf(me)).toStrictEqual(recordsOf(start()));
      expect(me.state.tree()).toStrictEqual([]);
    },
  );
});

describe('a removal that cannot remove everything', () => {
  test('leaves records that could not be restored, and nothing to undo', async () => {
    const me = start();
    const fetch: typeof globalThis.fetch = async (input, init) =>
      new Request(input, init).url.endsWith('/records')
        ? Response.json({ records: [] })
        : me.model.fetch(input, init);

    const { code, stdout } = await me.run(['remove', 'old', 's01e01', '--yes'], { fetch });

    expect(code).toBe(2);
    expect(stdout.split('\n').slice(2)).toStrictEqual([
      'Nothing was removed.',
      '2 records were not removed, because they could not be restored later',
      '',
    ]);
    expect((await me.run(['undo'])).stdout).toBe('There is nothing to undo.\n');
  });

  test('leaves and names what another program has changed meanwhile', async () => {
    const me = start();
    const { code, stdout } = await me.run(['remove', 'old', 's01e01', '--yes'], {
      async around(effect, act) {
        const result = await act();
        if (effect === 'answered POST /records')
          recordAt(me, { 'MOVIE#Old': 7 }, 'another program');
        return result;
      },
    });

    expect(code).toBe(2);
    expect(stdout).toContain('Removed 1 record. If this was a mistake: immersion undo\n');
    expect(stdout).toContain('Old was changed or recorded again since, and stays as it is\n');
    me.model.records.delete('MOVIE#Old');
    await me.run(['undo', '--yes']);
    expect([...me.model.records.keys()].toSorted()).toStrictEqual([
      'EPISODE#Dark#S01E01',
      'EPISODE#Dark#S01E02',
    ]);
  });
});

test.each([
  ['again old', 'POST /rewatch', 'This viewing may have been recorded: see immersion log. '],
  ['date old yesterday', 'PUT /watched', ''],
  ['remove old --yes', 'POST /remove', ''],
])('stopped after its request, "%s" says how to take it back', async (command, request, words) => {
  const me = start();
  const stop = new AbortController();
  const { code, stderr } = await me.run(command.split(' '), {
    signal: stop.signal,
    async around(effect, act) {
      const result = await act();
      if (effect === `answered ${request}`) stop.abort(new Stopped());
      stop.signal.throwIfAborted();
      return result;
    },
  });
  const changed = recordsOf(me);

  await me.run(['undo', '--yes']);

  expect(code).toBe(130);
  expect(stderr).toBe(`Stopped. ${words}To take back what was done: immersion undo\n`);
  expect(changed).not.toEqual(recordsOf(start()));
  expect(recordsOf(me)).toEqual(recordsOf(start()));
});

/** Input of a person at a terminal, who types this. */
function typing(text: string) {
  const stdin = new PassThrough();
  stdin.write(text);
  return Object.assign(stdin, { isTTY: true, setRawMode: () => stdin });
}

test('with --json, a person who says no gets an object too', async () => {
  const me = start();
  await me.run(['date', 's01e01', 'now']);
  const answers = [];
  for (const args of [['remove', 'old'], ['undo']]) {
    const { code, stdout } = await me.run([...args, '--json'], { stdin: typing('n\r') });
    answers.push([code, JSON.parse(stdout)]);
  }

  expect(answers).toStrictEqual([
    [0, { removed: [], problems: [] }],
    [0, { what: null, problems: [] }],
  ]);
});

test('with --json, each command prints one object and nothing else', async () => {
  const me = start();
  const json = async (...args: readonly string[]) => {
    const { stdout, stderr } = await me.run([...args, '--json']);
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  };
  const moved = Date.parse('2026-11-20T12:00Z') / 1000;

  expect(await json('date', 'old', '2026-11-20')).toStrictEqual({
    id: 'MOVIE#Old',
    from: RECORDS['MOVIE#Old'],
    to: moved,
    problems: [],
  });
  expect(await json('date', 'old', '2026-11-20')).toMatchObject({ to: moved, problems: [] });
  expect(await json('again', 'old')).toStrictEqual({
    id: `MOVIE#Old#${NOON}`,
    watched_at: NOON,
  });
  expect(await json('remove', `MOVIE#Old#${NOON}`, '--yes')).toStrictEqual({
    removed: [`MOVIE#Old#${NOON}`],
    problems: [],
  });
  expect(await json('undo', '--yes')).toStrictEqual({
    what: 'the removal of Old (again)',
    problems: [],
  });
  expect(await json('redo', '--yes')).toStrictEqual({
    what: 'the removal of Old (again)',
    problems: [],
  });
  expect((await json('undo', '--list')).changes).toHaveLength(3);
});
