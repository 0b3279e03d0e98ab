import { expect, test } from 'vitest';
import { IMMERSION } from './testing/learners/immersion.ts';
import { mediaForTest, useLearners } from './testing/learners/learners.ts';
import { startInTerminal } from './testing/programs/terminal.ts';

const learners = useLearners();

// More than three requests of each kind take, and than the files that a process may have open on most systems.
const FILES = 3_500;
const SHOWS = 100;

test('3,500 files of 100 shows are synced under bars that fill up, and exactly they go', async () => {
  const learner = learners.learner();
  const watched = Array.from({ length: FILES }, (_, index) => {
    const show = index % SHOWS;
    return `shows/Show ${show} [${show}]/watched/S01E${Math.floor(index / SHOWS)}.mkv`;
  });
  const staying = ['shows/Show 7 [7]/S02E01.mkv', 'shows/Show 8 [8]/notes.pdf'];
  const media = mediaForTest(...watched, ...staying);

  const args = ['sync', media.path];
  const terminal = startInTerminal(IMMERSION, args, learner.environment, { columns: 80 });
  await terminal.sees(/3,500 episodes of 100 shows/);
  await terminal.sees(/of the show Show 0 \[0\]/);
  terminal.answer('-');
  const code = await terminal.finished;
  const again = await learner.immersion(['sync', media.path]);

  expect(code).toBe(0);
  for (const title of ['Episodes', 'Cleaning up']) {
    expect(terminal.raw).toMatch(new RegExp(`${title} .* 0/3,500`));
    expect(terminal.raw).toMatch(new RegExp(`${title} .* 3,500/3,500`));
  }
  expect(terminal.screen()).toMatch(/Removed 3,500 files and 98 folders\./);
  expect(media.tree()).toStrictEqual([
    ...['shows/Show 7 [7]/S02E01.mkv', 'shows/Show 7 [7]/watched/'],
    ...['shows/Show 8 [8]/notes.pdf', 'shows/Show 8 [8]/watched/'],
  ]);
  expect((await learner.progress()).total_episodes_watched).toBe(FILES);
  expect([again.code, again.stdout]).toStrictEqual([
    0,
    expect.stringContaining('Nothing new to record.'),
  ]);
});
