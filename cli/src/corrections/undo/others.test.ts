import { endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { disk } from '../../disk/disk.ts';
import type { Change } from '../../receipts/receipt.ts';
import { openReceipts } from '../../receipts/receipts.ts';
import type { AroundEffect } from '../../testing/effects.ts';
import { trackerBehind } from '../../testing/fake-account.ts';
import { DAY, type Learner, learner, NOON, recordAt } from '../testing/learner.ts';

const trackerOf = ({ model }: Learner) => trackerBehind(model.fetch);

/** Keeps a receipt, as another command of the client does before it changes something. */
async function noted(me: Learner, what: string, changes: readonly Change[]) {
  const context = { disks: { forGood: disk, trash: disk }, stateFolder: me.state.path };
  await openReceipts(context, trackerOf(me)).add({ what, changes });
  return trackerOf(me);
}

function start(): Learner {
  const me = learner();
  recordAt(me, { 'EPISODE#Dark#S01E01': NOON - DAY, 'MOVIE#Old': NOON - DAY });
  return me;
}

/** Sets what a show is on TheTVDB. */
async function setShow(me: Learner, from: number | null, tvdb_id: number): Promise<void> {
  me.model.shows.set('Dark', from);
  const { stdout } = await me.run(['shows', 'set', 'Dark', `${tvdb_id}`]);
  expect(stdout).toContain('\nIf this was a mistake: immersion undo\n');
}

/** Sets what a movie is on TheTVDB. */
async function setMovie(me: Learner, from: number, tvdb_id: number): Promise<void> {
  me.model.movies.set('Old', from);
  const { stdout } = await me.run(['movies', 'set', 'Old', `${tvdb_id}`]);
  expect(stdout).toContain('\nIf this was a mistake: immersion undo\n');
}

const undo = (me: Learner) => me.run(['undo', '--yes']);
const movieId = ({ model }: Learner) => model.movies.get('Old');

test.each([null, 1])('a show whose id was %s gets that again', async (before) => {
  const me = start();
  await setShow(me, before, 2);

  const { code, stdout } = await undo(me);

  expect(code).toBe(0);
  expect(stdout).toContain(
    before === null
      ? 'Dark will have no TheTVDB id again\n'
      : 'Dark gets its former TheTVDB id back: 1\n',
  );
  expect(me.model.shows.get('Dark')).toBe(before);
  await me.run(['redo', '--yes']);
  expect(me.model.shows.get('Dark')).toBe(2);
});

test('a movie with another id gets that again', async () => {
  const me = start();
  await setMovie(me, 1, 2);

  const { code, stdout } = await undo(me);

  expect([code, movieId(me)]).toStrictEqual([0, 1]);
  expect(stdout).toContain('Old gets its former TheTVDB id back: 1\n');
  await me.run(['redo', '--yes']);
  expect(movieId(me)).toBe(2);
});

test('a movie that had no id keeps the new one, and undo says so', async () => {
  const me = start();
  await noted(me, 'the TheTVDB id of Old', [
    { kind: 'movie named', file_name: 'Old', from: null, to: 2 },
  ]);
  me.model.movies.set('Old', 2);

  const { code, stdout } = await undo(me);

  expect([code, movieId(me)]).toStrictEqual([2, 2]);
  expect(stdout).toContain('Old had no TheTVDB id before, and keeps the new one\n');
});

test('an id that TheTVDB refuses leaves nothing to undo', async () => {
  const me = start();
  me.model.refuse('tvdb', { message: 'TheTVDB is down', code: 'provider_error' });

  const { code } = await me.run(['shows', 'set', 'Dark', 'tvdb-2']);

  expect(code).toBe(1);
  expect((await undo(me)).stdout).toBe('There is nothing to undo.\n');
});

test.each([
  ['shows', 'Dark', '2'],
  ['shows', 'Lost', '--none'],
  ['movies', 'Old', '2'],
])('%s that have an id already are not sent, and leave nothing to undo', async (kind, name, id) => {
  const me = start();
  me.model.shows.set('Dark', 2).set('Lost', null);
  me.model.movies.set('Old', 2);

  const { code, stdout } = await me.run([kind, 'set', name, id]);

  expect(code).toBe(0);
  expect(stdout).toMatch(/\nIt was so already, so nothing was changed\.\n$/);
  expect(me.model.requests.filter((one) => one.startsWith('PUT'))).toStrictEqual([]);
  expect((await undo(me)).stdout).toBe('There is nothing to undo.\n');
});

test('what is something else by now keeps its id', async () => {
  const me = start();
  await setShow(me, 1, 2);
  await setMovie(me, 1, 2);
  me.model.shows.set('Dark', 3);
  me.model.movies.set('Old', 3);

  const both = [await undo(me), await undo(me)];

  expect(both.map(({ code }) => code)).toStrictEqual([2, 2]);
  expect([me.model.shows.get('Dark'), movieId(me)]).toStrictEqual([3, 3]);
});

test('what could not be set, since the client was killed, stays as it was', async () => {
  const me = start();
  me.model.shows.set('Dark', 1);
  await noted(me, 'the TheTVDB id of Dark', [
    { kind: 'show named', folder_name: 'Dark', from: 1, to: 2 },
  ]);

  const { code, stdout } = await undo(me);

  expect([code, me.model.shows.get('Dark')]).toStrictEqual([0, 1]);
  expect(stdout).toContain('There is nothing to change.\n');
});

test('an id that TheTVDB no longer knows is reported', async () => {
  const me = start();
  await setShow(me, 1, 2);
  me.model.refuse('tvdb', { message: 'TheTVDB is down', code: 'provider_error' });

  const { code, stdout } = await undo(me);

  expect([code, me.model.shows.get('Dark')]).toStrictEqual([2, 2]);
  expect(stdout).toContain('TheTVDB is down\n');
});

test('an import is undone: what it added goes, with and without a source, and what was there stays', async () => {
  const me = start();
  const before = new Map(me.model.records);
  const records = [
    { sk: 'MOVIE#Imported', timestamp: 5, source: 'import 1', file_name: 'Imported' },
    { sk: 'EPISODE#New#1', timestamp: 6, folder_name: 'New', file_name: '1' },
    { sk: 'MOVIE#Other', timestamp: 7, file_name: 'Other' },
  ];
  const tracker = await noted(me, 'the import of backup.json', [
    {
      kind: 'records added',
      records: records.map(({ sk: id, timestamp: watched_at, source = null }) => {
        return { id, source, watched_at };
      }),
    },
  ]);
  await tracker.send(endpoints.restore, { records });
  // It was removed since, and recorded by another program.
  me.model.records.set('MOVIE#Other', { watched_at: 8, source: null });
  const imported = new Map(me.model.records);

  const undone = await undo(me);
  const left = new Map(me.model.records);
  const redone = await me.run(['redo', '--yes']);

  expect([undone.code, redone.code]).toStrictEqual([2, 0]);
  expect(undone.stdout).toContain('1 record was added by another run or program, and stays\n');
  expect(left).toStrictEqual(before.set('MOVIE#Other', { watched_at: 8, source: null }));
  expect(me.model.records).toEqual(imported);
});

test('thousands of records are removed and restored in parts', async () => {
  const me = start();
  const before = new Map(me.model.records);
  const ids = Array.from({ length: 1009 }, (_, index) => `MOVIE#${index}`);
  await noted(me, 'the import of backup.json', [
    { kind: 'records added', records: ids.map((id) => ({ id, source: 'import 1' })) },
  ]);
  recordAt(me, Object.fromEntries(ids.map((id) => [id, NOON])), 'import 1');
  const imported = new Map(me.model.records);

  const { stdout } = await undo(me);
  const left = new Map(me.model.records);
  await me.run(['redo', '--yes']);

  expect(stdout).toContain('1,009 records will be removed:\n');
  expect(stdout).toContain('\n  and 1,001 more\n');
  expect(left).toStrictEqual(before);
  expect(me.model.records).toEqual(imported);
  expect(me.model.requests.filter((one) => one === 'POST /remove')).toHaveLength(6);
});

/** Kills a client as soon as the tracker has answered this request. */
const killedAt = (request: string): AroundEffect => {
  return async (effect, act) => {
    const result = await act();
    if (effect === `answered ${request}`) throw new Error('killed');
    return result;
  };
};

/** Imports movies without a source. */
async function importMovies(me: Learner, ...ids: readonly string[]): Promise<void> {
  const records = ids.map((id) => ({ id, source: null, watched_at: 5 }));
  await noted(me, 'the import of backup.json', [{ kind: 'records added', records }]);
  for (const id of ids) me.model.records.set(id, { watched_at: 5, source: null });
}

test('an undo that is resumed leaves what another program has recorded meanwhile', async () => {
  const me = start();
  await importMovies(me, 'MOVIE#Imported');
  await me.run(['undo', '--yes'], { around: killedAt('POST /remove') });
  me.model.records.set('MOVIE#Imported', { watched_at: 6, source: null });

  const { code, stdout } = await undo(me);

  expect(me.model.records.get('MOVIE#Imported')).toStrictEqual({ watched_at: 6, source: null });
  expect(code).toBe(2);
  expect(stdout).toContain('Imported was changed or recorded again since, and stays as it is\n');
  // What the interrupted undo removed can be had again.
  me.model.records.delete('MOVIE#Imported');
  await me.run(['redo', '--yes']);
  expect(me.model.records.get('MOVIE#Imported')?.watched_at).toBe(5);
});

test('a redo restores only what the undo removed', async () => {
  const me = start();
  await importMovies(me, 'MOVIE#A', 'MOVIE#B');
  await me.run(['undo', '--yes'], {
    async around(effect, act) {
      const result = await act();
      if (effect === 'answered POST /records') recordAt(me, { 'MOVIE#B': 7 });
      return result;
    },
  });
  me.model.records.delete('MOVIE#B');

  await me.run(['redo', '--yes']);

  expect(me.model.records.has('MOVIE#A')).toBe(true);
  expect(me.model.records.has('MOVIE#B')).toBe(false);
});

test.each([
  [7, 'another program'],
  [7, 'another run'],
])('undoing a removal leaves what was recorded since, at %s by %s', async (time, source) => {
  const me = start();
  await me.run(['remove', 'old', '--yes']);
  recordAt(me, { 'MOVIE#Old': time }, source);

  const { code, stdout } = await undo(me);

  expect(code).toBe(2);
  expect(stdout).toContain('Old was recorded again since, and stays as it is\n');
  expect(me.model.records.get('MOVIE#Old')).toStrictEqual({ watched_at: time, source });
});
