import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { type Learner, mediaForTest, useLearners } from './testing/learners/learners.ts';

const learners = useLearners();

const LIST = '# seen\nhttps://youtu.be/aB3dE5fG7hI\nhttps://youtu.be/Q2w3E4r5T6Y\n';

/** Everything that is stored for a learner, without the versions of shows. */
async function storedFor({ api }: Learner) {
  const { records } = await api.send(endpoints.listRecords, {});
  return records.map(({ version: _, ...record }) => record);
}

test('every mistake of an evening is corrected, and every correction taken back', async () => {
  const learner = learners.learner();
  await learner.api.send(endpoints.updateSettings, { time_zone: 'Europe/Berlin' });
  const media = mediaForTest(
    ...['shows/Frieren/watched/S01E01.mkv', 'shows/Frieren/watched/S01E02.mkv'],
    'movies/watched/Lola rennt.mkv',
  );
  media.write('watched.txt', LIST);
  const run = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await learner.immersion(args);
    expect([code, stderr]).toStrictEqual([0, '']);
    return stdout;
  };
  const log = async () => {
    const { records } = JSON.parse(await run('log', '--json'));
    return records.map(({ id, day }: { id: string; day: string }) => `${day} ${id}`).sort();
  };
  const states: Awaited<ReturnType<typeof storedFor>>[] = [];

  const synced = await learner.immersion(['sync', media.path], '421069\n421069\n');
  const evening = await log();
  states.push(await storedFor(learner));
  const dated = await run('date', 'frieren s01e01', '2026-01-15', '23:30');
  states.push(await storedFor(learner));
  await run('date', 'frieren s01e02', '2026-01-15');
  states.push(await storedFor(learner));
  await run('again', 'lola', '--date', '2026-01-16');
  states.push(await storedFor(learner));
  const removed = await run('remove', 'MOVIE#Lola rennt', 'YOUTUBEVIDEO#aB3dE5fG7hI', '--yes');

  expect(synced.stdout).toMatch(/\nIf this was a mistake: immersion undo\n$/);
  expect(evening).toHaveLength(5);
  expect(dated).toMatch(/ {2}to {4}Thursday 15 January at 23:30\n/);
  expect(removed).toContain('Removed 2 records. If this was a mistake: immersion undo');
  expect(await run('log', '--day', '2026-01-15')).toMatch(
    /^Thursday 15 January\n {2}\w+ {2}23:30 {2}S01E01 · .*\n {2}\w+ {2}12:00 {2}S01E02 · .*\n/,
  );
  expect(await run('log', '--day', '2026-01-16')).toContain('(again)');
  expect((await log()).length).toBe(4);

  // Each step is taken back exactly, in turn.
  for (const state of states.toReversed()) {
    expect(await run('undo', '--yes')).toContain('Done. To redo it: immersion redo');
    expect(await storedFor(learner)).toStrictEqual(state);
  }
  const undone = await run('undo', '--yes');

  expect(undone).toContain('3 videos are gone:\n');
  expect(await log()).toStrictEqual([]);
  expect(readFileSync(join(media.path, 'watched.txt'), 'utf8')).toBe(LIST);
  expect((await learner.shows()).map(({ tvdb_id }) => tvdb_id)).toStrictEqual([null]);

  // And all of it once more.
  for (let step = 0; step <= states.length; step += 1) await run('redo', '--yes');
  expect((await log()).length).toBe(4);
  expect(readFileSync(join(media.path, 'watched.txt'), 'utf8')).toBe('# seen\n');
});
