import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { immersion, NOBODY } from './testing/learners/immersion.ts';
import { mediaForTest, useLearners } from './testing/learners/learners.ts';
import { PASSWORD } from './testing/trackers/share-tracker.ts';

const learners = useLearners();

describe('piped answers', () => {
  test('may be incomplete: the remaining questions are asked next time, and movies stay', async () => {
    const learner = learners.learner();
    const media = mediaForTest(
      'movies/watched/Lola.mkv',
      'shows/A/watched/1.mkv',
      'shows/B/watched/1.mkv',
    );

    const { code, stdout } = await learner.immersion(['sync', media.path], '123');

    expect(code).toBe(2);
    expect((await learner.shows()).map(({ tvdb_id }) => tvdb_id)).toStrictEqual([123, null]);
    expect(media.tree()).toStrictEqual(['movies/watched/Lola.mkv', 'shows/']);
    expect(stdout).toContain(
      'Left:\n  movies/watched/Lola.mkv\n    has no TheTVDB id yet: sync in a terminal to choose its title\n',
    );
    expect(stdout).toContain('1 show without a TheTVDB id');
  });

  test('that are wrong are reported, and are not used for the next question', async () => {
    const learner = learners.learner();
    const media = mediaForTest(
      'movies/watched/Lola.mkv',
      'shows/A/watched/1.mkv',
      'shows/B/watched/1.mkv',
      'shows/C/watched/1.mkv',
    );
    const answers =
      'Unknown words\nhttps://thetvdb.com/series/1883\n999999\nhttps://youtu.be/aB3dE5fG7hI\n';

    const { code, stdout } = await learner.immersion(['sync', media.path], answers);

    expect(code).toBe(2);
    expect((await learner.shows()).map(({ tvdb_id }) => tvdb_id)).toStrictEqual([null, null, null]);
    expect(media.tree()).toStrictEqual(['movies/watched/Lola.mkv', 'shows/']);
    expect(stdout).toMatch(/Lola\.mkv\n {4}This is a YouTube link, not a TheTVDB link\./);
    expect(stdout).toMatch(/TheTVDB id of A\n {4}TheTVDB has no show for "Unknown words"\./);
    expect(stdout).toMatch(/TheTVDB id of B\n {4}TheTVDB has no show at \S+\/1883\./);
    expect(stdout).toMatch(/TheTVDB id of C\n {4}TheTVDB has no show with the id 999999\./);
  });

  test('can end the questions with -', async () => {
    const learner = learners.learner();
    const media = mediaForTest('shows/A/watched/1.mkv', 'shows/B/watched/1.mkv');

    const { code, stderr } = await learner.immersion(['sync', media.path], '-\n123\n');

    expect(code).toBe(0);
    expect(stderr.match(/show \S/g)).toStrictEqual(['show A']);
    expect((await learner.shows()).map(({ tvdb_id }) => tvdb_id)).toStrictEqual([null, null]);
  });

  test('are ignored with --no-input', async () => {
    const learner = learners.learner();
    const media = mediaForTest('shows/A/watched/1.mkv', 'movies/watched/Lola.mkv');

    const run = await learner.immersion(['sync', media.path, '--no-input'], '123\n2658\n');

    expect([run.code, run.stderr]).toStrictEqual([2, '']);
    expect((await learner.shows()).map(({ tvdb_id }) => tvdb_id)).toStrictEqual([null]);
    expect(media.tree()).toStrictEqual(['movies/watched/Lola.mkv', 'shows/']);
  });
});

describe('--dry-run', () => {
  test('shows the plan without signing in, and touches nothing', async () => {
    const media = mediaForTest('shows/A/poster.jpg', 'shows/A/watched/1.mkv', 'watched.txt');
    media.write('watched.txt', 'youtu.be/aB3dE5fG7hI\n');
    const before = media.tree();

    const { code, stdout } = await immersion(['sync', media.path, '--dry-run'], NOBODY);

    expect(code).toBe(0);
    expect(stdout).toContain('1 episode of 1 show\n      1  A\n1 YouTube video\n');
    expect(stdout).toContain(
      '21 B of videos, 1 finished folder and the links in watched.txt will be deleted',
    );
    expect(stdout).toContain('nothing was recorded, and nothing was deleted');
    expect(media.tree()).toStrictEqual(before);
    expect(readFileSync(join(media.path, 'watched.txt'), 'utf8')).toBe('youtu.be/aB3dE5fG7hI\n');
  });

  test.each(['-n', '-n --keep'])(
    'lists what would be left, and records nothing (%s)',
    async (given) => {
      const learner = learners.learner();
      const media = mediaForTest('shows/A/watched/1.mkv');
      media.write('watched.txt', 'cats\n');

      const { code, stdout } = await learner.immersion(['sync', ...given.split(' '), media.path]);

      expect(code).toBe(2);
      expect(stdout).toContain('Left:\n  watched.txt:1\n    cats\n');
      expect(await learner.shows()).toStrictEqual([]);
    },
  );
});

test('--keep records everything, and removes nothing', async () => {
  const learner = learners.learner();
  const media = mediaForTest('shows/A/poster.jpg', 'shows/A/watched/1.mkv');
  media.write('watched.txt', 'youtu.be/aB3dE5fG7hI\n');
  const before = media.tree();

  const { code, stdout } = await learner.immersion(['sync', '--keep', media.path], '123\n');

  expect(code).toBe(0);
  expect(stdout).toContain('Recorded 1 episode and 1 YouTube video.');
  expect(stdout).not.toMatch(/Deleted/);
  expect(media.tree()).toStrictEqual(before);
  expect(readFileSync(join(media.path, 'watched.txt'), 'utf8')).toBe('youtu.be/aB3dE5fG7hI\n');
});

test('the default folder is the current one', async () => {
  const learner = learners.learner();

  // The root of the repository, which is not a media folder.
  const { code, stderr } = await learner.immersion(['sync']);

  expect(code).toBe(1);
  expect(stderr).toContain(`There is nothing to sync in ${process.cwd()}.`);
});

describe('--json', () => {
  const nothing = { episodes: 0, movies: 0, youtube_videos: 0, spotify_episodes: 0 };

  test('prints one object that says everything that was done, and nothing else', async () => {
    const learner = learners.learner();
    const media = mediaForTest('movies/watched/L.mkv', 'shows/A/watched/1.mkv');

    const run = await learner.immersion(['sync', '--json', media.path], '123\n2658\n');

    const { today } = await learner.api.send(endpoints.getHistory, undefined);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toStrictEqual({
      folder: media.path,
      dry_run: false,
      plan: {
        found: { ...nothing, episodes: 1, movies: 1 },
        new: { ...nothing, episodes: 1, movies: 1 },
        unfinished: nothing,
        known: nothing,
        repeated: nothing,
        removable: { ...nothing, episodes: 1, movies: 1 },
        shows: [{ folder_name: 'A', episodes: 1 }],
        days: [{ ...nothing, date: today, episodes: 1, movies: 1 }],
        bytes: 41,
        finished_folders: 1,
        missing_keys: [],
        unknown_because: null,
      },
      added: { ...nothing, episodes: 1, movies: 1 },
      rewatched: nothing,
      removed: { files: 2, folders: 1, lines: 0, bytes: 41 },
      left: [],
      left_before: [],
      passed_over: [],
      shows_without_tvdb_id: [],
      backfill: null,
      can_undo: true,
      progress: await learner.progress(),
    });
    expect(run.stderr).toContain('What is the show A on TheTVDB?');
    expect(run.stdout + run.stderr).not.toContain(PASSWORD);
  });

  test('lists what is left and what was skipped', async () => {
    const learner = learners.learner();
    const media = mediaForTest('shows/A/2.mkv', 'shows/A/watched/1.mkv', 'shows/A/watched/1.md');
    media.write('watched.txt', 'cats\n');

    const run = await learner.immersion(['sync', '--json', '--no-input', media.path]);

    expect([run.code, run.stderr]).toStrictEqual([2, '']);
    expect(JSON.parse(run.stdout)).toMatchObject({
      left: [{ path: 'watched.txt:1', text: 'cats', reason: expect.stringContaining('no') }],
      passed_over: [
        { path: 'shows/A/watched/1.md', reason: expect.stringContaining('does not belong') },
      ],
      shows_without_tvdb_id: ['A'],
    });
    expect(run.stdout + run.stderr).not.toContain(PASSWORD);
  });

  test('leaves out the progress in a dry run', async () => {
    const media = mediaForTest('shows/A/watched/1.mkv');

    const run = await immersion(['sync', '--json', '-n', media.path], NOBODY);

    expect([run.code, run.stderr]).toStrictEqual([0, '']);
    expect(JSON.parse(run.stdout)).toMatchObject({ dry_run: true, progress: null });
  });
});
