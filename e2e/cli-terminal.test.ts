import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@immersion-tracker/contract';
import { describe, expect, onTestFinished, test } from 'vitest';
import { immersionProgram, startImmersion } from './testing/learners/immersion.ts';
import { type Learner, mediaForTest, useLearners } from './testing/learners/learners.ts';
import { type InTerminal, startInTerminal } from './testing/programs/terminal.ts';
import { startTroubleProxy } from './testing/trackers/trouble-proxy.ts';

const learners = useLearners();

/** The escape sequences that set colours and other styles. */
const colours = (raw: string) => raw.split('\u001b').filter((part) => /^\[[\d;]*m/.test(part));

function start(
  { environment }: Pick<Learner, 'environment'>,
  args: readonly string[],
  columns = 80,
): InTerminal {
  const terminal = startInTerminal(immersionProgram(), args, environment, { columns });
  onTestFinished(() => terminal.kill());
  return terminal;
}

describe('a person who syncs', () => {
  test('is asked again until the answer is valid, can skip questions, and sees what was done', async () => {
    const learner = learners.learner();
    const media = mediaForTest(
      'movies/watched/Lola rennt.mkv',
      'shows/Frieren/watched/1.mkv',
      'shows/Later/watched/1.mkv',
    );
    const terminal = start(learner, ['sync', media.path]);

    await terminal.sees(/2 episodes of 2 shows\n {6}1 {2}Frieren\n {6}1 {2}Later\n1 movie\n/);
    await terminal.sees(
      /◆ {2}What is the show Frieren on TheTVDB\?\n│ {2}1 {2}Series \d+ \(2025\)\n(│ .*\n)*│ {2}s skips it, - skips all shows that follow\n/,
    );
    terminal.answer('unknown words');
    await terminal.sees(/TheTVDB has no show for "unknown words"\.(.*\n)+.*◆ .*Frieren/);
    terminal.answer('tvdb-999999');
    await terminal.sees(/TheTVDB has no show for "tvdb-999999"\.\n(.*\n)+.*◆ .*Frieren/);
    terminal.answer('https://thetvdb.com/dereferrer/series/424536');
    await terminal.sees(/◆ .*Frieren.*\n│ {2}1 {2}Series 424536 \(2025\)\n│ {2}Enter takes it/);
    terminal.press('enter');
    await terminal.sees(/\nFrieren is Series 424536 \(2025\)\n/);
    await terminal.sees(/◆ .* the show Later on TheTVDB/);
    terminal.answer('s');
    await terminal.sees(
      /◆ .* the movie Lola rennt on TheTVDB\?\n│ {2}1 {2}Run Lola Run \(1998\) · Lola rennt\n/,
    );
    terminal.press('enter');
    const code = await terminal.finished;

    expect(code).toBe(0);
    expect(terminal.screen()).toMatch(/\n\nRecorded 2 episodes and 1 movie\.\n\n/);
    expect(terminal.screen()).toMatch(/\n\nDeleted 3 files and 2 folders\. \d+ B freed/);
    expect(terminal.screen()).toContain(
      'If that is wrong: immersion shows set "Frieren" <title>\n',
    );
    expect(terminal.screen()).toMatch(/\n\n1 show without a TheTVDB id/);
    expect(media.tree()).toStrictEqual(['movies/watched/', 'shows/']);
    expect((await learner.shows()).map(({ tvdb_id }) => tvdb_id)).toStrictEqual([424536, null]);
  });

  test('is asked before the first sync on a machine that deletes files, and never again', async () => {
    const { environment } = learners.learner();
    const home = mkdtempSync(join(tmpdir(), 'immersion-home-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const media = mediaForTest('shows/A/watched/1.mkv');
    const sync = () => start({ environment: { ...environment, HOME: home } }, ['sync', media.path]);
    const question = /◆ {2}This is the first sync on this machine that would delete files/;

    const keeping = sync();
    await keeping.sees(question);
    keeping.press('enter');
    await keeping.sees(/◆ .* the show A on TheTVDB/);
    keeping.answer('-');
    await keeping.finished;
    const kept = media.tree();
    const deleting = sync();
    await deleting.sees(question);
    deleting.answer('d');
    await deleting.sees(/◆ .* the show A on TheTVDB/);
    deleting.answer('-');
    await deleting.finished;
    media.write('shows/A/watched/2.mkv');
    const third = sync();
    await third.sees(/◆ .* the show A on TheTVDB/);
    third.answer('-');
    await third.finished;

    expect(kept).toStrictEqual(['shows/A/watched/1.mkv']);
    expect(keeping.screen()).not.toContain('Deleted');
    expect(deleting.screen()).toMatch(/From now on, .*delete recorded files for good/);
    expect(deleting.screen()).toContain('Deleted 1 file and 1 folder.');
    expect(third.screen()).not.toMatch(question);
    expect(media.tree()).toStrictEqual(['shows/']);
  });

  test('can end the questions with -, and files that need an answer stay', async () => {
    const learner = learners.learner();
    const media = mediaForTest('movies/watched/A.mkv', 'movies/watched/B.mkv');
    const terminal = start(learner, ['sync', media.path]);

    await terminal.sees(/◆ .* the movie A on TheTVDB/);
    terminal.answer('-');
    const code = await terminal.finished;

    expect(code).toBe(2);
    expect(terminal.screen()).not.toContain('the movie B');
    expect(terminal.screen()).toContain(
      [
        'Left:',
        '  movies/watched/A.mkv',
        '    has no TheTVDB id yet: sync in a terminal to choose its title',
        '  movies/watched/B.mkv',
        '    has no TheTVDB id yet: sync in a terminal to choose its title',
      ].join('\n'),
    );
    expect(media.tree()).toStrictEqual(['movies/watched/A.mkv', 'movies/watched/B.mkv']);
  });

  test.each(['ctrl-c', 'ctrl-d', 'escape'] as const)('stops at a question with %s', async (key) => {
    const learner = learners.learner();
    const media = mediaForTest('movies/watched/A.mkv', 'shows/A/watched/1.mkv');
    const before = media.tree();
    const terminal = start(learner, ['sync', media.path]);

    await terminal.sees(/◆ .* the show A on TheTVDB/);
    terminal.press(key);
    const code = await terminal.finished;

    expect(code).toBe(130);
    expect(terminal.screen()).toMatch(/\nStopped\. Nothing was deleted before it was recorded./);
    expect(terminal.cursorIsVisible).toBe(true);
    expect(media.tree()).toStrictEqual(before);
  });

  test('sees a progress bar, and can stop there', async () => {
    const learner = learners.learner();
    const episodes = Array.from({ length: 600 }, (_, index) => `shows/A/watched/${index}.mkv`);
    const media = mediaForTest(...episodes);
    // Requests 1 to 4 only read, then episodes are sent in batches of 200. The third batch is never answered.
    const proxy = await startTroubleProxy(learners.tracker.url, (nth) =>
      nth === 7 ? 'hang' : undefined,
    );
    onTestFinished(() => proxy.close());
    const environment = { ...learner.environment, IMMERSION_TRACKER_API_URL: proxy.url };
    const terminal = start({ environment }, ['sync', media.path]);

    const [bar] = await terminal.sees(/Episodes {2}█{20}░{10} {2}66% {2}400\/600/);
    terminal.press('ctrl-c');
    const code = await terminal.finished;

    expect(bar).not.toBe('');
    expect(terminal.raw).toMatch(/Episodes .*░{30}.* 0% {2}0\/600/);
    expect(code).toBe(130);
    expect(terminal.screen()).not.toContain('400/600');
    expect(terminal.screen()).toMatch(/\nStopped\. Nothing was deleted before it was recorded./);
    expect(terminal.cursorIsVisible).toBe(true);
    expect(media.tree()).toHaveLength(600);
  });

  test('sees words and lines that are never cut off, even in a narrow terminal and with a long name', async () => {
    const learner = learners.learner();
    const name = 'The Life and Strange Surprising Adventures of Somebody on an Island';
    const media = mediaForTest(`shows/${name}/watched/1.mkv`);
    media.write('watched.txt', 'cats\n');
    const terminal = start(learner, ['sync', media.path], 50);

    await terminal.sees(/◆ {2}What is the show The Life and Strange\n│ {2}Surprising/);
    terminal.answer('s');
    await terminal.finished;

    expect(terminal.screen()).toContain('The Life and Strange Surprising Adventur…\n');
    expect(terminal.screen()).toContain(
      ['    is not a link: copy one from the address bar', '    or a Share button'].join('\n'),
    );
  });

  test('sees two columns in a wide terminal', async () => {
    const learner = learners.learner();
    const episodes = [{ folder_name: 'Dark', file_name: '1' }];
    await learner.api.send(endpoints.syncEpisodes, { episodes });

    const terminal = start(learner, ['progress'], 120);
    await terminal.finished;

    expect(terminal.screen()).toMatch(/^20 min on your first day {38}1 show · by episodes\n/);
    expect(terminal.screen()).toMatch(/\n {2}today +20 min +▆+/);
  });

  test('sees escape sequences in names as plain characters', async () => {
    const learner = learners.learner();
    const media = mediaForTest('shows/\u001b[2J\u001b]0;title\u0007x\ny/watched/1.mkv');
    const terminal = start(learner, ['sync', media.path]);

    await terminal.sees(/◆ .* the show ␛\[2J␛\]0;title␇x␊y on TheTVDB/);
    terminal.answer('tvdb-123');
    await terminal.sees(/│ {2}1 {2}Series 123 \(2025\)\n│ {2}Enter takes it/);
    terminal.press('enter');
    await terminal.finished;

    expect(terminal.screen()).toContain('1 episode of 1 show\n      1  ␛[2J␛]0;title␇x␊y\n');
    expect(terminal.screen()).toContain('␛[2J␛]0;title␇x␊y is Series 123 (2025)\n');
    expect(terminal.raw).not.toContain('\u001b[2J');
  });
});

// More than fit into two requests of each kind, and more than a process may have open on most systems.
const FILES = 1_040;
const SHOWS = 40;

test('1,040 files of 40 shows are synced while progress bars fill up, and exactly these files are removed', async () => {
  const learner = learners.learner();
  const watched = Array.from({ length: FILES }, (_, index) => {
    const show = index % SHOWS;
    return `shows/Show ${show} [${show}]/watched/S01E${Math.floor(index / SHOWS)}.mkv`;
  });
  const staying = ['shows/Show 7 [7]/S02E01.mkv', 'shows/Show 8 [8]/notes.pdf'];
  const media = mediaForTest(...watched, ...staying);

  const terminal = start(learner, ['sync', media.path]);
  await terminal.sees(/1,040 episodes of 40 shows/);
  await terminal.sees(/the show Show 0 \[0\]/);
  terminal.answer('-');
  const code = await terminal.finished;
  const again = await learner.immersion(['sync', media.path]);

  expect(code).toBe(0);
  for (const title of ['Reading lengths', 'Episodes', 'Cleaning up']) {
    expect(terminal.raw).toMatch(new RegExp(`${title} .* 0/1,040`));
    expect(terminal.raw).toMatch(new RegExp(`${title} .* 1,040/1,040`));
  }
  expect(terminal.screen()).toMatch(/Deleted 1,040 files and 38 folders\./);
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

describe('colours', () => {
  const folder = () => mediaForTest('shows/A/watched/1.mkv', 'shows/A/2.mkv').path;

  test('are used in a terminal', async () => {
    const terminal = start(learners.learner(), ['sync', '--no-input', folder()]);

    await terminal.finished;

    expect(colours(terminal.raw)).toContainEqual(expect.stringMatching(/^\[36m█/));
  });

  test('are not used with NO_COLOR, not even in questions and bars', async () => {
    const { environment } = learners.learner();
    const terminal = start({ environment: { ...environment, NO_COLOR: '1' } }, ['sync', folder()]);

    await terminal.sees(/◆ /);
    terminal.answer('unknown');
    await terminal.sees(/has no show(.*\n)+.*◆ /);
    terminal.answer('s');
    await terminal.finished;

    expect(terminal.raw).toContain('Episodes');
    expect(colours(terminal.raw)).toStrictEqual([]);
  });

  test('and progress bars are left out if the output is not a terminal', async () => {
    const { environment } = learners.learner();
    const run = startImmersion(['sync', folder()], environment, '123\n');
    const { stdout, stderr } = await run.finished;

    expect(stdout + stderr).not.toContain('\u001b');
    expect(stdout + stderr).not.toContain('░');
  });
});
