import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { disk } from '../../disk/disk.ts';
import { Stopped } from '../../errors/failure.ts';
import { systemError, watchDisk } from '../../testing/watch-disk.ts';
import { DAY, type Learner, learner, NOON, recordAt } from '../testing/learner.ts';

const LIST =
  '# seen\nhttps://youtu.be/aB3dE5fG7hI\nsomething unclear\nhttps://youtu.be/Q2w3E4r5T6Y';
const EPISODE = 'shows/Frieren/watched/S01E01.mkv';
const SECOND = 'shows/Frieren/watched/S01E02.mkv';
const OF_LINES = ['YOUTUBEVIDEO#aB3dE5fG7hI', 'YOUTUBEVIDEO#Q2w3E4r5T6Y'];
const ADDED = ['EPISODE#Frieren#S01E01', ...OF_LINES];

/** Someone who is about to sync an episode and two videos. */
function start(): Learner {
  const me = learner(EPISODE);
  me.media.write('watched.txt', LIST);
  recordAt(me, { 'MOVIE#Old': NOON - DAY });
  return me;
}

const sync = (me: Learner, ...options: readonly string[]) =>
  me.run(['sync', me.media.path, ...options], { answers: ['-'] });
/** A tracker that refuses every TheTVDB id of Dark. */
const refusingDark =
  ({ model }: Learner): typeof globalThis.fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    const isOfDark = (await request.clone().text()).includes('"Dark"');
    if (!(request.url.endsWith('/show') && isOfDark)) return model.fetch(request);
    return Response.json({ message: 'No such id', code: 'unknown_ids' }, { status: 422 });
  };

const idsOf = ({ model }: Learner) => [...model.records.keys()];
/** The paths of all receipts, in order. */
function receiptsOf({ state }: Learner): string[] {
  const folder = state.of('receipts');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
    .sort();
}

describe('a sync', () => {
  test('names the command that takes it back', async () => {
    const { stdout } = await sync(start());

    expect(stdout).toMatch(/\n\nIf this was a mistake: immersion undo\n$/);
  });

  test('that did nothing does not, and cannot be undone', async () => {
    const me = learner();
    me.media.write('watched.txt', '# nothing yet\n');

    const { stdout } = await sync(me);
    const undone = await me.run(['undo']);

    expect(stdout).not.toContain('undo');
    expect([undone.code, undone.stdout]).toStrictEqual([0, 'There is nothing to undo.\n']);
  });

  test('that could record nothing leaves the one before to be undone', async () => {
    const me = start();
    await sync(me);
    me.model.refuse('youtube', { message: 'no such video', code: 'provider_error' });
    me.media.write('watched.txt', 'https://youtu.be/AAAAAAAAAAA\n');
    await sync(me);

    await me.run(['undo', '--yes']);

    expect(idsOf(me)).toStrictEqual(['MOVIE#Old']);
  });

  test('that could not even name a show leaves what was undone to be redone', async () => {
    const me = start();
    me.model.shows.set('Dark', null);
    await me.run(['date', 'old', '2026-11-20']);
    await me.run(['undo', '--yes']);
    rmSync(me.media.of(EPISODE));
    me.media.write('watched.txt', '');
    // Recorded already, and left.
    me.media.write('shows/Dark/watched/1.mkv');
    recordAt(me, { 'EPISODE#Dark#1': NOON });
    const { stdout } = await me.run(['sync', me.media.path, '--known', 'leave'], {
      answers: ['1'],
      fetch: refusingDark(me),
    });

    const redone = await me.run(['redo', '--yes']);

    expect(stdout).toContain('No such id');
    expect(stdout).not.toContain('immersion undo');
    expect(redone.stdout).toContain('This redoes the new date of Old');
  });

  test('in which TheTVDB refused a title is undone with the one that came after it', async () => {
    const me = learner(EPISODE, 'shows/Dark/watched/S01E01.mkv');
    await me.run(['sync', me.media.path], { answers: ['1', '2'], fetch: refusingDark(me) });
    const named = new Map(me.model.shows);
    me.model.shows.set('Dark', 3);

    const { code, stdout } = await me.run(['undo', '--yes']);

    expect([...named.values()].toSorted()).toStrictEqual([2, null]);
    expect(code).toBe(0);
    expect(stdout).not.toContain('TheTVDB id since');
    expect(Object.fromEntries(me.model.shows)).toStrictEqual({ Dark: 3, Frieren: null });
  });

  test('is undone: its records go, its lines return, and its files are named', async () => {
    const me = start();
    await sync(me);
    const recorded = idsOf(me);

    const { code, stdout } = await me.run(['undo', '--yes']);

    expect(recorded).toStrictEqual(['MOVIE#Old', ...ADDED]);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toStrictEqual([
      `This takes back the sync of ${me.media.path} (Thursday 26 November at 12:00).`,
      `2 lines will be put back into ${me.media.of('watched.txt')}:`,
      '  https://youtu.be/aB3dE5fG7hI',
      '  https://youtu.be/Q2w3E4r5T6Y',
      '3 records will be removed:',
      '  S01E01 · Frieren, Thursday 26 November at 12:00',
      expect.stringContaining('aB3dE5fG7hI'),
      expect.stringContaining('Q2w3E4r5T6Y'),
      '1 video is gone:',
      `  ${me.media.of(EPISODE)}`,
      'Done. To redo it: immersion redo',
      '',
    ]);
    expect(idsOf(me)).toStrictEqual(['MOVIE#Old']);
    expect(me.media.read('watched.txt')).toBe(LIST);
  });

  test('can be redone after an undo, and undone once more', async () => {
    const me = start();
    await sync(me);
    const recorded = new Map(me.model.records);
    await me.run(['undo', '--yes']);

    const redone = await me.run(['redo', '--yes']);
    const again = [new Map(me.model.records), me.media.read('watched.txt')];
    const undone = await me.run(['undo', '--yes']);

    expect([redone.code, undone.code]).toStrictEqual([0, 0]);
    expect(again).toEqual([recorded, '# seen\nsomething unclear\n']);
    expect(idsOf(me)).toStrictEqual(['MOVIE#Old']);
    expect(me.media.read('watched.txt')).toBe(LIST);
    expect((await me.run(['undo'])).stdout).toBe('There is nothing to undo.\n');
  });

  test.each([
    ['before a redo', undefined],
    ['during a redo', 'sending POST /restore'],
  ])('whose video is recorded at another time %s keeps its line', async (_when, moment) => {
    const me = start();
    await sync(me);
    await me.run(['undo', '--yes']);
    const recordElsewhere = () => recordAt(me, { 'YOUTUBEVIDEO#Q2w3E4r5T6Y': NOON - DAY });
    if (moment === undefined) recordElsewhere();

    const { code, stdout } = await me.run(['redo', '--yes'], {
      async around(effect, act) {
        if (effect === moment) recordElsewhere();
        return act();
      },
    });

    expect(code).toBe(2);
    expect(stdout).toContain('was recorded again since, and stays as it is\n');
    expect(stdout).toContain('watched.txt stays as it is, since not everything was recorded');
    expect(me.media.read('watched.txt')).toBe(LIST);
    expect(idsOf(me).toSorted()).toStrictEqual(['MOVIE#Old', ...ADDED].toSorted());
  });

  test('keeps its files with --keep, so that after an undo they can be recorded again', async () => {
    const me = start();
    await sync(me, '--keep');
    const { stdout } = await me.run(['undo', '--yes']);

    await sync(me, '--keep');

    expect(stdout).not.toContain('file');
    expect(idsOf(me)).toStrictEqual(['MOVIE#Old', ...ADDED]);
    expect(me.media.tree()).toStrictEqual([EPISODE, 'watched.txt']);
  });

  test('that was stopped before it deleted anything is not said to have deleted a file', async () => {
    const me = start();
    const stop = new AbortController();
    await me.run(['sync', me.media.path], {
      signal: stop.signal,
      async around(effect, act) {
        if (effect.startsWith('sending POST /sync')) stop.abort(new Stopped());
        stop.signal.throwIfAborted();
        return act();
      },
    });
    rmSync(me.media.of(EPISODE));

    const { stdout } = await me.run(['undo', '--yes']);

    expect(stdout).toContain(`1 video is gone:\n  ${me.media.of(EPISODE)}\n`);
    expect(stdout).not.toContain('deleted');
  });

  test('with --trash says that the files may be in the trash', async () => {
    const me = start();
    const trash = { ...disk, hasTrash: true };
    await me.run(['sync', me.media.path, '--trash'], { answers: ['-'], trash });

    const { stdout } = await me.run(['undo', '--yes']);

    expect(stdout).toContain('1 video is gone, but may be in the trash:\n');
  });

  test('takes back the TheTVDB ids that it set, but not one that was corrected since', async () => {
    const me = learner(EPISODE, 'shows/Dark/watched/S01E01.mkv');
    await me.run(['sync', me.media.path], { answers: ['1', '2'] });
    const named = new Map(me.model.shows);
    me.model.shows.set('Dark', 3);

    const { code, stdout } = await me.run(['undo', '--yes']);

    expect(named).toStrictEqual(
      new Map([
        ['Dark', 1],
        ['Frieren', 2],
      ]),
    );
    expect(code).toBe(2);
    expect(stdout).toContain('Frieren will have no TheTVDB id again\n');
    expect(stdout).toContain('Dark got another TheTVDB id since, and keeps it\n');
    expect(me.model.shows).toStrictEqual(
      new Map([
        ['Dark', 3],
        ['Frieren', null],
      ]),
    );
  });

  test('only its own records go', async () => {
    const me = start();
    await sync(me);
    me.model.records.set('EPISODE#Frieren#S01E01', { watched_at: NOON, source: 'another run' });

    const { code, stdout } = await me.run(['undo', '--yes']);

    expect(code).toBe(2);
    expect(stdout).toContain('1 record was added by another run or program, and stays\n');
    expect(idsOf(me)).toStrictEqual(['MOVIE#Old', 'EPISODE#Frieren#S01E01']);
  });

  test('a line that the learner has put back already is not doubled', async () => {
    const me = start();
    await sync(me);
    me.media.write('watched.txt', 'https://youtu.be/Q2w3E4r5T6Y\n# other notes\n');

    await me.run(['undo', '--yes']);

    expect(me.media.read('watched.txt')).toBe(
      'https://youtu.be/aB3dE5fG7hI\nhttps://youtu.be/Q2w3E4r5T6Y\n# other notes\n',
    );
  });

  test('and another one of the same line are both undone, and the line that may be missing is named', async () => {
    const me = start();
    await sync(me);
    me.media.write('watched.txt', 'https://youtu.be/Q2w3E4r5T6Y\n');
    await sync(me, '--known', 'rewatch', '--date', '2026-11-20');

    const both = [await me.run(['undo', '--yes']), await me.run(['undo', '--yes'])];

    expect(both.map(({ code }) => code)).toStrictEqual([0, 2]);
    expect(both[1]?.stdout).toContain(
      'If you watched it twice, add it once more: https://youtu.be/Q2w3E4r5T6Y\n',
    );
    expect(both[1]?.stdout).not.toContain('once more: https://youtu.be/aB3dE5fG7hI');
    expect(idsOf(me)).toStrictEqual(['MOVIE#Old']);
  });

  test('its list is made again if it was deleted', async () => {
    const me = start();
    await sync(me);
    rmSync(me.media.of('watched.txt'));

    const { code } = await me.run(['undo', '--yes']);

    expect(code).toBe(0);
    expect(me.media.read('watched.txt')).toBe(
      'https://youtu.be/aB3dE5fG7hI\nhttps://youtu.be/Q2w3E4r5T6Y',
    );
  });

  test('its lines are printed if its list is a folder by now', async () => {
    const me = start();
    await sync(me);
    const path = me.media.of('watched.txt');
    const { code, stdout } = await me.run(['undo', '--yes'], {
      async around(effect, act) {
        if (effect === 'sending POST /lookup') {
          rmSync(path, { recursive: true });
          mkdirSync(path);
        }
        return act();
      },
    });

    expect(code).toBe(2);
    expect(stdout).toContain(
      `${path} could not be written (not a regular file). These lines were not changed: https://youtu.be/aB3dE5fG7hI https://youtu.be/Q2w3E4r5T6Y\n`,
    );
  });

  test.each([
    ['before an undo', undefined, 'is in UTF-16: save it as UTF-8. These were its lines:\n'],
    ['during an undo', 'sending POST /lookup', 'could not be written (it is in UTF-16'],
  ])('its lines are printed if its list is saved in UTF-16 %s', async (_when, moment, words) => {
    const me = start();
    await sync(me);
    const saved = Buffer.from('\uFEFF# more\r\n', 'utf16le');
    const save = () => writeFileSync(me.media.of('watched.txt'), saved);
    if (moment === undefined) save();

    const { code, stdout } = await me.run(['undo', '--yes'], {
      async around(effect, act) {
        if (effect === moment) save();
        return act();
      },
    });

    expect(code).toBe(2);
    expect(stdout).toContain(words);
    expect(stdout).toContain('https://youtu.be/Q2w3E4r5T6Y');
    expect(stdout).toContain('2 records stay, since their lines could not be put back\n');
    expect(readFileSync(me.media.of('watched.txt'))).toStrictEqual(saved);
    expect(idsOf(me)).toStrictEqual(['MOVIE#Old', ...OF_LINES]);
  });

  test('its lines are printed if their folder is gone', async () => {
    const me = start();
    await sync(me);
    rmSync(me.media.path, { recursive: true });

    const { code, stdout } = await me.run(['undo', '--yes']);

    expect(code).toBe(2);
    expect(stdout).toContain('watched.txt is gone, with its folder. These were its lines:\n');
    expect(stdout).toContain('\nhttps://youtu.be/aB3dE5fG7hI\nhttps://youtu.be/Q2w3E4r5T6Y\n');
    expect(stdout).toContain('2 records stay, since their lines could not be put back\n');
    expect(idsOf(me)).toStrictEqual(['MOVIE#Old', ...OF_LINES]);
  });

  test('that is undone while it asks a question deletes nothing', async () => {
    const me = start();
    me.media.write('movies/watched/Lola.mkv');
    let isUndone = false;
    const { code, stdout } = await me.run(['sync', me.media.path], {
      answers: ['-', '2658'],
      async around(effect, act) {
        if (effect === 'sending POST /syncmovies' && !isUndone) {
          isUndone = true;
          await me.run(['undo', '--yes']);
        }
        return act();
      },
    });

    expect([isUndone, code]).toStrictEqual([true, 2]);
    expect(stdout).toContain('was taken back by an undo during this sync\n');
    expect(stdout).not.toContain('If this was a mistake');
    expect(me.media.tree()).toStrictEqual(['movies/watched/Lola.mkv', EPISODE, 'watched.txt']);
    expect(me.media.read('watched.txt')).toBe(LIST);
  });

  test.each([
    ['its first video is deleted', 'removed file', [SECOND]],
    ['its list is about to be replaced', 'wrote /', []],
  ])('that is undone when %s leaves the rest, and names it', async (_when, moment, kept) => {
    const me = start();
    me.media.write(SECOND);
    let isUndone = false;
    const { code, stdout } = await me.run(['sync', me.media.path], {
      answers: ['-'],
      async around(effect, act) {
        const result = await act();
        const isInMedia = effect.startsWith(moment) && effect.includes(me.media.path);
        if (isInMedia && !isUndone) {
          isUndone = true;
          await me.run(['undo', '--yes']);
        }
        return result;
      },
    });

    expect([isUndone, code]).toStrictEqual([true, 2]);
    for (const name of [...kept, 'watched.txt:2', 'watched.txt:4']) {
      expect(stdout).toContain(`${name}`);
    }
    expect(stdout).toContain('was taken back by an undo during this sync\n');
    expect(me.media.tree().filter((path) => path.endsWith('.mkv'))).toStrictEqual(kept);
    expect(me.media.read('watched.txt')).toBe(LIST);
    expect(idsOf(me)).toStrictEqual(['MOVIE#Old']);
  });

  test('that is undone while it records stops, and records nothing more', async () => {
    const me = start();
    const { code, stderr } = await me.run(['sync', me.media.path], {
      answers: ['-'],
      async around(effect, act) {
        const result = await act();
        if (effect === 'answered POST /sync') await me.run(['undo', '--yes']);
        return result;
      },
    });

    expect([code, stderr]).toStrictEqual([
      1,
      'This sync has stopped, because an undo has taken it back. What it had not recorded yet stays as it is.\n',
    ]);
    expect(idsOf(me)).toStrictEqual(['MOVIE#Old']);
    expect(me.media.tree()).toStrictEqual([EPISODE, 'watched.txt']);
  });

  test('that records something after the plan of an undo is made is undone with it', async () => {
    const me = start();
    await sync(me, '--keep');
    const [late = ''] = OF_LINES;
    const recorded = me.model.records.get(late);
    me.model.records.delete(late);
    let isLate = false;
    await me.run(['undo', '--yes'], {
      async around(effect, act) {
        const result = await act();
        if (effect === 'answered POST /lookup' && !isLate && recorded !== undefined) {
          isLate = true;
          me.model.records.set(late, recorded);
        }
        return result;
      },
    });

    expect(isLate).toBe(true);
    expect(idsOf(me)).toStrictEqual(['MOVIE#Old']);
  });

  test('that is stopped before it recorded anything cannot be undone, and ends no redo', async () => {
    const me = learner('movies/watched/Lola.mkv');
    recordAt(me, { 'MOVIE#Old': NOON - DAY });
    await me.run(['date', 'old', '2026-11-20']);
    await me.run(['undo', '--yes']);
    const stop = new AbortController();
    const stopped = await me.run(['sync', me.media.path], {
      signal: stop.signal,
      async around(_, act) {
        const hasReceipt = receiptsOf(me).length === 3;
        const result = await act();
        if (hasReceipt) stop.abort(new Stopped());
        stop.signal.throwIfAborted();
        return result;
      },
    });

    const redone = await me.run(['redo', '--yes']);

    expect(stopped.code).toBe(130);
    expect(stopped.stderr).not.toContain('undo');
    expect(redone.stdout).toContain('This redoes the new date of Old');
  });

  test('that is stopped after it was undone does not say how to undo it', async () => {
    const me = start();
    const stop = new AbortController();
    const { code, stderr } = await me.run(['sync', me.media.path], {
      answers: ['-'],
      signal: stop.signal,
      async around(effect, act) {
        if (effect === 'sending GET /progress') {
          await me.run(['undo', '--yes']);
          stop.abort(new Stopped());
        }
        return act();
      },
    });

    expect(code).toBe(130);
    expect(stderr).not.toContain('undo');
  });

  test('that takes its lines after the plan of an undo is made is undone with them', async () => {
    const me = start();
    await sync(me);
    me.media.write('watched.txt', LIST);
    let isTaken = false;
    const { code } = await me.run(['undo', '--yes'], {
      async around(effect, act) {
        if (effect === 'sending POST /lookup' && !isTaken) {
          isTaken = true;
          me.media.write('watched.txt', '# seen\nsomething unclear\n');
        }
        return act();
      },
    });

    expect([isTaken, code]).toStrictEqual([true, 0]);
    expect(me.media.read('watched.txt')).toBe(LIST);
    expect(idsOf(me)).toStrictEqual(['MOVIE#Old']);
  });
});

describe('undo', () => {
  test('goes one step further back each time, and redo returns step by step', async () => {
    const me = start();
    const times = () => me.model.records.get('MOVIE#Old')?.watched_at;
    for (const day of ['20', '21', '22']) await me.run(['date', 'old', `2026-11-${day}`]);
    const dayOf = (seconds = 0) => new Date(seconds * 1000).getUTCDate();
    const days: number[] = [];
    for (const command of [
      'undo',
      'undo',
      'redo',
      'undo',
      'undo',
      'undo',
      'redo',
      'redo',
      'redo',
    ]) {
      await me.run([command, '--yes']);
      days.push(dayOf(times()));
    }

    expect(days).toStrictEqual([21, 20, 21, 20, 25, 25, 20, 21, 22]);
    expect((await me.run(['redo'])).stdout).toBe('There is nothing to redo.\n');
  });

  test('a new correction ends what can be redone', async () => {
    const me = start();
    await me.run(['date', 'old', '2026-11-20']);
    await me.run(['undo', '--yes']);
    await me.run(['date', 'old', '2026-11-21']);

    expect((await me.run(['redo', '--yes'])).stdout).toBe('There is nothing to redo.\n');
  });

  test('--list lists what can be taken back, the latest first', async () => {
    const me = start();
    await sync(me);
    await me.run(['date', 'old', '2026-11-20']);
    await me.run(['again', 'old']);
    await me.run(['undo', '--yes']);

    const { stdout } = await me.run(['undo', '--list']);

    expect(stdout.split('\n')).toStrictEqual([
      '  Thursday 26 November at 12:00: the new date of Old',
      `  Thursday 26 November at 12:00: the sync of ${me.media.path}`,
      '',
    ]);
  });

  test('without a terminal and --yes says what it would do, and changes nothing', async () => {
    const me = start();
    await sync(me);
    const before = [idsOf(me), receiptsOf(me)];

    const { code, stdout, stderr } = await me.run(['undo'], { answers: ['y'] });

    expect(code).toBe(1);
    expect(stdout).toContain('3 records will be removed:\n');
    expect(stderr).toBe('Nothing was changed. Without a terminal to ask in, add --yes.\n');
    expect([idsOf(me), receiptsOf(me)]).toStrictEqual(before);
  });

  test('does not move back a record that was moved again, or is gone', async () => {
    const me = start();
    recordAt(me, { 'MOVIE#Lola': NOON - DAY });
    await me.run(['date', 'old', '2026-11-20']);
    await me.run(['date', 'lola', '2026-11-20']);
    me.model.records.delete('MOVIE#Lola');
    me.model.records.set('MOVIE#Old', { watched_at: 7, source: 'another run' });

    const ofLola = await me.run(['undo', '--yes']);
    const ofOld = await me.run(['undo', '--yes']);

    expect([ofLola.code, ofOld.code]).toStrictEqual([2, 2]);
    expect(ofLola.stdout).toContain('Lola was removed since, and cannot be moved\n');
    expect(ofOld.stdout).toContain('Old was moved again since, and stays where it is\n');
    expect(me.model.records.get('MOVIE#Old')?.watched_at).toBe(7);
  });

  test('names a damaged receipt, and takes back no change before it', async () => {
    const me = start();
    for (const day of ['20', '21', '22']) await me.run(['date', 'old', `2026-11-${day}`]);
    const damaged = receiptsOf(me)[1] ?? '';
    writeFileSync(damaged, readFileSync(damaged, 'utf8').slice(0, 40));
    const dayOf = () =>
      new Date((me.model.records.get('MOVIE#Old')?.watched_at ?? 0) * 1000).getDate();

    const last = await me.run(['undo', '--yes']);
    const before = dayOf();
    const next = await me.run(['undo', '--yes']);
    const listed = await me.run(['undo', '--list', '--json']);

    expect(last.stdout).toContain(`This receipt is damaged, and was skipped: ${damaged}\n`);
    expect([before, dayOf()]).toStrictEqual([21, 21]);
    expect(next.code).toBe(1);
    expect(next.stderr).toBe(
      `The receipt of a later change is damaged, so it cannot be taken back: ${damaged}\nTo go back further without it, delete this file.\n`,
    );
    expect(JSON.parse(listed.stdout)).toMatchObject({ damaged: [damaged] });
  });

  test.each([
    ['another user', { IMMERSION_TRACKER_USER: 'bob' }],
    ['another address', { IMMERSION_TRACKER_API_URL: 'https://tracker.example' }],
  ])('takes back nothing of %s', async (_who, other) => {
    const me = start();
    await sync(me);
    const environment = {
      ...{ IMMERSION_TRACKER_API_URL: 'http://127.0.0.1:8080', IMMERSION_TRACKER_USER: 'alice' },
      ...{ IMMERSION_TRACKER_PASSWORD: 'fake-password', ...other },
    };

    const { stdout } = await me.run(['undo', '--yes'], { environment });

    expect(stdout).toBe('There is nothing to undo.\n');
    expect(idsOf(me)).toHaveLength(4);
  });

  test.each([
    [
      'another client has removed one before the undo',
      (me: Learner) => {
        me.model.records.delete(OF_LINES[0] ?? '');
        return me.run(['undo', '--yes']);
      },
    ],
    [
      'another undo was faster',
      (me: Learner) => {
        let isUndone = false;
        return me.run(['undo', '--yes'], {
          async around(effect, act) {
            // Its plan has the lines already, but not the records.
            if (effect === 'sending POST /lookup' && !isUndone) {
              isUndone = true;
              await me.run(['undo', '--yes']);
            }
            return act();
          },
        });
      },
    ],
  ])('can be redone, and no line goes whose record does not return, if %s', async (_if, undo) => {
    const me = start();
    await sync(me);
    await undo(me);
    const redone = await me.run(['redo', '--yes']);

    const lines = me.media.read('watched.txt').split('\n');
    for (const id of OF_LINES.filter((one) => !me.model.records.has(one))) {
      const link = id.replace('YOUTUBEVIDEO#', 'https://youtu.be/');
      expect(lines).toContain(link);
      expect(redone.stdout).toContain(`watched.txt keeps ${link}, which is not recorded\n`);
      expect(redone.code).toBe(2);
    }
    expect(idsOf(me)).not.toStrictEqual(['MOVIE#Old', ...ADDED]);

    await me.run(['redo', '--yes']);
    const isIn = (id: string) => me.model.records.has(id);
    const left = me.media
      .read('watched.txt')
      .split('\n')
      .filter((line) => line.startsWith('http'));
    expect(left.length + OF_LINES.filter(isIn).length).toBe(2);
  });

  test('twice at the same time takes everything back once', async () => {
    const me = start();
    await sync(me);

    const both = await Promise.all([me.run(['undo', '--yes']), me.run(['undo', '--yes'])]);

    expect(both.map(({ code }) => code)).toStrictEqual([0, 0]);
    expect(idsOf(me)).toStrictEqual(['MOVIE#Old']);
    expect(me.media.read('watched.txt')).toBe(LIST);
  });
});

/** A disk on which only so many receipts can be written. */
function fullAfter(receipts: number) {
  let written = 0;
  return watchDisk(disk, async (step, path, act) => {
    const isFull = written === receipts && path.includes('receipts');
    if (step === 'writeNewFile' && isFull) throw systemError('ENOSPC');
    await act();
    if (step === 'rename' && path.includes('receipts')) written += 1;
  });
}

test('a sync whose receipt lacks the title of a show says so, and the rest is undone', async () => {
  const me = start();

  const { stdout } = await me.run(['sync', me.media.path], { answers: ['1'], disks: fullAfter(1) });
  await me.run(['undo', '--yes']);

  expect(stdout).toContain('could not be written (ENOSPC): undo does not take back all of this');
  expect(stdout).toContain('If this was a mistake: immersion undo\n');
  expect(idsOf(me)).toStrictEqual(['MOVIE#Old']);
  expect(me.model.shows.get('Frieren')).toBe(1);
});

describe('if no receipt can be written', () => {
  const full = fullAfter(0);

  test.each([[['remove', 'old', '--yes']], [['date', 'old', '2026-11-20']], [['again', 'old']]])(
    '%j changes nothing',
    async (args) => {
      const me = start();
      const before = new Map(me.model.records);

      const { code, stderr } = await me.run(args, { disks: full });

      expect(code).toBe(1);
      expect(stderr).toMatch(
        /^Nothing was changed, because it could not be undone: the receipt could not be written in .* \(ENOSPC\)\.\n$/,
      );
      expect(me.model.records).toStrictEqual(before);
    },
  );

  test('a sync goes on, and says so', async () => {
    const me = start();

    const { stdout } = await me.run(['sync', me.media.path], { answers: ['-'], disks: full });

    expect(idsOf(me)).toStrictEqual(['MOVIE#Old', ...ADDED]);
    expect(stdout).toContain('could not be written (ENOSPC): this sync cannot be undone\n');
    expect(stdout).not.toContain('If this was a mistake');
  });
});
