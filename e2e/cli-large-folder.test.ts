import { expect, test } from 'vitest';
import { IMMERSION } from './testing/learners/immersion.ts';
import { mediaForTest, useLearners } from './testing/learners/learners.ts';
import { startInTerminal } from './testing/programs/terminal.ts';

const learners = useLearners();

const SHOWS = 300;
const FILES = 10_000;

test('10,000 files of 300 shows are synced under a moving bar, and exactly they go', async () => {
  const learner = learners.learner();
  const watched = Array.from({ length: FILES }, (_, index) => {
    const show = index % SHOWS;
    return `shows/Show ${show} [${show}]/watched/S01E${Math.floor(index / SHOWS)}.mkv`;
  });
  const staying = ['shows/Show 7 [7]/S02E01.mkv', 'shows/Show 8 [8]/notes.pdf'];
  const media = mediaForTest(...watched, ...staying);

  const args = ['sync', media.path];
  const terminal = startInTerminal(IMMERSION, args, learner.environment, { columns: 80 });
  await terminal.sees(/10,000 episodes of 300 shows/);
  await terminal.sees(/for the show Show 0 \[0\]/);
  terminal.answer('-');
  const code = await terminal.finished;
  const again = await learner.immersion(['sync', media.path]);

  expect(code).toBe(0);
  const bars = [...terminal.raw.matchAll(/(Episodes|Cleaning up).*?([\d,]+)\/10,000/g)];
  const steps = (title: string) => bars.filter((bar) => bar[1] === title).map((bar) => bar[2]);
  expect(new Set(steps('Episodes')).size).toBeGreaterThan(3);
  expect(new Set(steps('Cleaning up')).size).toBeGreaterThan(1);
  expect(terminal.screen()).toMatch(/Removed 10,000 files and 298 folders\./);
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
