import { endpoints } from '@immersion-tracker/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Learner, useLearners } from './testing/learners/learners.ts';

const UNDO_HINT = 'If this was a mistake: immersion undo\n';

const learners = useLearners();

/** A learner who has watched an episode of each of these shows. */
async function learnerOf(...shows: readonly string[]): Promise<Learner> {
  const learner = learners.learner();
  const episodes = shows.map((folder_name) => ({ folder_name, file_name: '1' }));
  await learner.api.send(endpoints.syncEpisodes, { episodes });
  return learner;
}

describe('immersion shows', () => {
  test('lists the folders and their names on TheTVDB in columns', async () => {
    const learner = await learnerOf('Frieren', '進撃の巨人 #1', 'x'.repeat(60));
    await learner.immersion(['shows', 'set', '進撃の巨人 #1', '123']);

    const { code, stdout } = await learner.immersion(['shows']);

    expect(code).toBe(0);
    expect(stdout.split('\n')).toStrictEqual([
      'Folder                               TheTVDB  Name',
      'Frieren                                    -',
      'x'.repeat(60),
      `${' '.repeat(43)}-`,
      '進撃の巨人 #1                            123  Series 123',
      '',
    ]);
  });

  test('prints what the API says, with --json', async () => {
    const learner = await learnerOf('A');

    const { code, stdout } = await learner.immersion(['shows', '--json']);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toStrictEqual({ shows: await learner.shows() });
  });

  test('says what to do if the list is empty', async () => {
    const { code, stdout } = await learners.learner().immersion(['shows']);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^No shows yet\..*immersion sync\n$/);
  });
});

describe('immersion shows set', () => {
  test.each([
    ['a number', '421069'],
    ['a link', 'https://thetvdb.com/dereferrer/series/421069'],
    ['a title', 'oshi no ko'],
    ['the title in the original language', '【推しの子】'],
    ['a slug', 'oshi-no-ko'],
  ])('accepts %s', async (_, answer) => {
    const learner = await learnerOf('推しの子');

    const { code, stdout } = await learner.immersion(['shows', 'set', '推しの子', answer]);

    expect([code, stdout]).toStrictEqual([
      0,
      `推しの子 is [Oshi No Ko] (2023) · 【推しの子】\n${UNDO_HINT}`,
    ]);
    expect(await learner.shows()).toMatchObject([{ tvdb_id: 421069, tvdb_name: '【推しの子】' }]);
  });

  test('removes what a show is with --none', async () => {
    const learner = await learnerOf('A');
    await learner.immersion(['shows', 'set', 'A', '123']);

    const { code, stdout } = await learner.immersion(['shows', 'set', 'A', '--none']);

    expect([code, stdout]).toStrictEqual([0, `A no longer has a title on TheTVDB.\n${UNDO_HINT}`]);
    expect(await learner.shows()).toMatchObject([{ tvdb_id: null, tvdb_name: null }]);
  });

  test('corrects a wrong id', async () => {
    const learner = await learnerOf('A');
    await learner.immersion(['shows', 'set', 'A', '123']);

    const { code, stdout } = await learner.immersion(['shows', 'set', 'A', '124']);

    expect([code, stdout]).toStrictEqual([0, `A is Series 124 (2025)\n${UNDO_HINT}`]);
  });

  test.each([
    ['in another case', 'oSHI NO ko'],
    ['with the slash of a completed path', 'Oshi no Ko/'],
  ])('finds a folder that is typed %s', async (_, typed) => {
    const learner = await learnerOf('Oshi no Ko');

    const { stdout } = await learner.immersion(['shows', 'set', typed, '123']);

    expect(stdout).toBe(`Oshi no Ko is Series 123 (2025)\n${UNDO_HINT}`);
  });

  test('finds a folder given in the other Unicode form, and one that looks like an option', async () => {
    const learner = await learnerOf('が', '--help');

    const decomposed = await learner.immersion(['shows', 'set', 'が'.normalize('NFD'), '123']);
    const dashed = await learner.immersion(['shows', 'set', '--', '--help', '124']);

    expect(decomposed.stdout).toBe(`が is Series 123 (2025)\n${UNDO_HINT}`);
    expect(dashed.stdout).toBe(`--help is Series 124 (2025)\n${UNDO_HINT}`);
  });

  test('prefers the folder with exactly that name', async () => {
    const learner = await learnerOf('A', 'a');

    const { stdout } = await learner.immersion(['shows', 'set', 'a', '123', '--json']);

    expect(JSON.parse(stdout)).toStrictEqual({
      folder_name: 'a',
      tvdb_id: 123,
      tvdb_name: 'Series 123',
    });
  });

  test.each([
    ['an unknown folder', ['B', '123'], 'has no show folder called B'],
    ['an id that TheTVDB does not know', ['A', '999999'], 'has no show with the id 999999'],
    ['words that mean several titles', ['A', 'Some', 'words'], 'Several shows on TheTVDB may be'],
    ['an unknown page', ['A', 'https://thetvdb.com/series/1883'], 'no show at https:'],
    ['a link to a movie', ['A', 'https://thetvdb.com/dereferrer/movie/2658'], 'leads to a movie'],
    ['zero', ['A', '0'], 'whole numbers above 0'],
    ['no title', ['A'], 'Give either a title'],
    ['a title with --none', ['A', '123', '--none'], 'Give either a title'],
  ])('refuses %s, and says why', async (_, args, words) => {
    const learner = await learnerOf('A');

    const { code, stdout, stderr } = await learner.immersion(['shows', 'set', ...args]);

    expect([code, stdout]).toStrictEqual([1, '']);
    expect(stderr).toContain(words);
    expect(await learner.shows()).toMatchObject([{ tvdb_id: null }]);
  });
});

test('immersion movies lists the movies, and immersion movies set corrects one by its title', async () => {
  const learner = learners.learner();
  await learner.api.send(endpoints.syncMovies, { movies: [{ file_name: 'Lola', tvdb_id: 12 }] });

  const before = await learner.immersion(['movies']);
  const set = await learner.immersion(['movies', 'set', 'Lola.mkv', 'run', 'lola', 'run']);
  const after = await learner.immersion(['movies', '--json']);

  expect(before.stdout).toMatch(/^Lola {2,}Movie 12$/m);
  expect([set.code, set.stdout]).toStrictEqual([
    0,
    `Lola is Run Lola Run (1998) · Lola rennt\n${UNDO_HINT}`,
  ]);
  expect(JSON.parse(after.stdout)).toMatchObject({
    movies: [{ file_name: 'Lola', name: 'Run Lola Run' }],
  });
});

describe('immersion progress', () => {
  let learner: Learner;
  beforeAll(async () => {
    learner = learners.learner();
    const { api } = learner;
    const episodes = Array.from({ length: 12 }, (_, index) => {
      return { folder_name: `Show ${index + 1}`, file_name: '1' };
    });
    await api.send(endpoints.syncEpisodes, { episodes });
    await api.send(endpoints.syncYoutube, { video_ids: ['aB3dE5fG7hI'] });
    await api.send(endpoints.syncSpotify, { episode_ids: ['512ojhOuo1ktJprKbVcKyQ'] });
    await api.send(endpoints.syncMovies, { movies: [{ file_name: 'Lola', tvdb_id: 2658 }] });
  });

  test('shows totals, the streak, today, the week, the first ten shows, and what is a guess', async () => {
    const { code, stdout } = await learner.immersion(['progress']);

    expect(code).toBe(0);
    // 12 x 20 minutes of shows without a TheTVDB id, 15:51, 28:06 and 81 minutes: 364 minutes.
    expect(stdout).toContain('6 hours on your first day\n');
    expect(stdout).toContain('12 episodes · 1 movie · 1 YouTube video · 1 podcast episode\n');
    expect(stdout).toMatch(/\nStreak · 1 day\n\nToday · 6 h 4 min\n/);
    expect(stdout).toMatch(/\n {2}today +6 h 4 min {2}▆+\n/);
    // A curve of one day would say nothing.
    expect(stdout).not.toContain('All time');
    expect(stdout).toMatch(/\n12 shows · by episodes\n( {2}1 .*\n){10}.*and 2 more: .* --all\n/);
    expect(stdout).toMatch(/\n1 movie\n {2}Run Lola Run\n/);
    expect(stdout).toMatch(/\n1 YouTube channel · by videos\n {2}1 .* {2}Example Channel\n/);
    expect(stdout).toMatch(/\n1 podcast · by episodes\n {2}1 .* {2}Example Podcast\n\n/);
    // Of 364 minutes, 240 are 66 %.
    expect(stdout.split('\n').slice(-3)).toStrictEqual([
      'A guess of 20 minutes an episode makes up 4 h of your total (66%). To say what',
      'your shows are: immersion shows',
      '',
    ]);
  });

  test('lists every show with --all', async () => {
    const { stdout } = await learner.immersion(['progress', '--all']);

    expect(stdout).toMatch(/\n12 shows · by episodes\n( {2}1 .* {2}Show \d+\n){12}\n/);
  });

  test('prints what the API says, with --json', async () => {
    const { code, stdout } = await learner.immersion(['progress', '--json']);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toStrictEqual({
      ...(await learner.progress()),
      history: await learner.api.send(endpoints.getHistory, undefined),
    });
  });

  test('welcomes a new user', async () => {
    const { code, stdout } = await learners.learner().immersion(['progress']);

    expect(code).toBe(0);
    expect(stdout).toContain('Nothing recorded yet: your first hour is ahead.');
    expect(stdout).toContain('immersion sync');
  });
});

test('a learner sets a goal and a calendar, and sees them', async () => {
  const learner = await learnerOf('A');

  const calendar = await learner.immersion(['settings', '--time-zone', 'Asia/Tokyo']);
  const goal = await learner.immersion(['goal', '--daily', '30', '--hours', '100']);
  const progress = await learner.immersion(['progress']);
  const settings = await learner.api.send(endpoints.getSettings, undefined);

  expect(calendar.stdout).toMatch(
    /^Time zone +Asia\/Tokyo\nDays begin at +00:00 \(the default\)\n\nRecorded files: syncs on this machine delete recorded files for good\. /,
  );
  expect(goal.stdout).toContain('Today · 20 min of 30 min · 10 min to go\n');
  expect(progress.stdout).toContain('\nToday · 20 min of 30 min · 10 min to go\n');
  expect(progress.stdout).toContain('\nGoal · 0 of 100 hours\n');
  expect(settings).toMatchObject({ time_zone: 'Asia/Tokyo', target_hours: 100 });
});
