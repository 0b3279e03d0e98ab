import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { immersion, NOBODY } from './testing/learners/immersion.ts';
import { mediaForTest, useLearners, useOwnTracker } from './testing/learners/learners.ts';
import type { Finished } from './testing/programs/program.ts';
import { PASSWORD } from './testing/trackers/share-tracker.ts';

const learners = useLearners();

/** An address at which no program listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Expects an error on standard error that says what to do, and no other output. */
function expectFailure(run: Finished, words: RegExp): void {
  expect([run.code, run.stdout]).toStrictEqual([1, '']);
  expect(run.stderr).toMatch(words);
  expect(run.stderr).not.toMatch(/ at .*\.[jt]s|node_modules|undefined/);
  expect(run.stderr).not.toContain(PASSWORD);
}

describe('a sync fails, removes nothing and says what to do', () => {
  test('if nobody is signed in', async () => {
    const media = mediaForTest('shows/A/watched/1.mkv');

    const run = await immersion(['sync', media.path], NOBODY);

    expectFailure(run, /^Not signed in\. Run: immersion login\n/);
    expect(media.tree()).toStrictEqual(['shows/A/watched/1.mkv']);
  });

  test('if the password is wrong', async () => {
    const { environment } = learners.learner();
    const media = mediaForTest('shows/A/watched/1.mkv');

    const run = await immersion(['sync', '--no-input', media.path], {
      ...environment,
      IMMERSION_TRACKER_PASSWORD: 'fake-wrong',
    });

    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/does not accept this user and password.*immersion login\n$/);
    expect(media.tree()).toStrictEqual(['shows/A/watched/1.mkv']);
  });

  test('if nothing listens at the address', async () => {
    const { environment } = learners.learner();
    const media = mediaForTest('shows/A/watched/1.mkv');
    const address = `http://127.0.0.1:${await freePort()}`;

    const run = await immersion(['sync', '--no-input', media.path], {
      ...environment,
      IMMERSION_TRACKER_API_URL: address,
    });

    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`Nothing answers at ${address}. Start the tracker`);
    expect(media.tree()).toStrictEqual(['shows/A/watched/1.mkv']);
  });

  test('if the folder does not exist or is a file', async () => {
    const learner = learners.learner();
    const media = mediaForTest('file');

    const absent = await learner.immersion(['sync', `${media.path}/absent`]);
    const file = await learner.immersion(['sync', `${media.path}/file`]);

    expectFailure(absent, /\/absent is not a folder\. Give the path of your media folder\.\n$/);
    expectFailure(file, /\/file is not a folder\. Give the path of your media folder\.\n$/);
  });

  test('if the folder has neither shows nor movies nor watched.txt', async () => {
    const learner = learners.learner();
    const media = mediaForTest('Shows of mine/1.mkv');

    const run = await learner.immersion(['sync', media.path]);

    expectFailure(run, /There is nothing to sync in .*shows\/<show>\/watched\/.*watched\.txt/s);
  });
});

describe('an address', () => {
  test('that is not valid is reported with the name of its variable', async () => {
    const { environment } = learners.learner();

    const run = await immersion(['progress'], {
      ...environment,
      IMMERSION_TRACKER_API_URL: 'nonsense',
    });

    expectFailure(
      run,
      /^IMMERSION_TRACKER_API_URL must begin with https:\/\/ or http:\/\/, such as http:\/\/127\.0\.0\.1:8080\n$/,
    );
  });

  test('with a wrong path is reported as not being a tracker', async () => {
    const { environment } = learners.learner();
    const address = `${learners.tracker.url}/prod`;

    const run = await immersion(['progress'], {
      ...environment,
      IMMERSION_TRACKER_API_URL: address,
    });

    expectFailure(run, /^There is no tracker at \S+\/prod\. .*immersion login\n$/);
  });
});

describe('a command line', () => {
  test.each([
    ['an unknown command', ['snyc'], "unknown command 'snyc'"],
    ['an unknown option', ['sync', '--force'], "unknown option '--force'"],
    ['two folders', ['sync', 'a', 'b'], 'too many arguments'],
    ['no folder', ['shows', 'set'], "missing required argument 'folder'"],
    ['no title', ['movies', 'set', 'A'], "missing required argument 'title'"],
  ])('with %s is refused', async (_, args, words) => {
    const run = await immersion(args, NOBODY);

    expectFailure(run, /^error: /);
    expect(run.stderr).toContain(words);
  });

  test('without a command shows the commands', async () => {
    const { code, stderr } = await immersion([], NOBODY);

    expect(code).toBe(1);
    expect(stderr).toMatch(/Usage: immersion.*login.*sync.*progress.*shows/s);
  });

  test('with --help shows help', async () => {
    const { code, stdout, stderr } = await immersion(['sync', '--help'], NOBODY);

    expect([code, stderr]).toStrictEqual([0, '']);
    expect(stdout).toMatch(/--dry-run.*--keep.*--trash.*--no-input.*--json/s);
  });
});

describe('with --json, a failure is one object', () => {
  test.each([
    ['not signed in', ['sync', '--json'], 'Not signed in'],
    ['not signed in, for the progress', ['progress', '--json'], 'Not signed in'],
    ['not signed in, for the shows', ['shows', '--json'], 'Not signed in'],
    ['no such folder', ['sync', '--json', '-n', '/absent/folder'], 'is not a folder'],
    ['an unknown option', ['sync', '--json', '--force'], "unknown option '--force'"],
    ['a wrong id', ['shows', 'set', 'A', 'x', '--json'], 'Not signed in'],
  ])('%s', async (_, args, message) => {
    const run = await immersion(args, NOBODY);

    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toStrictEqual({
      error: { message: expect.stringContaining(message) },
    });
    expect(run.stderr).toContain(message);
  });
});

describe('a tracker without provider keys', () => {
  const withoutKeys = useOwnTracker({ keys: {} });

  test('records episodes, keeps links and movies, and reports which keys are missing', async () => {
    const learner = withoutKeys.learner();
    const media = mediaForTest(
      'movies/watched/1.mkv',
      'movies/watched/2.mkv',
      'shows/A/watched/1.mkv',
      'shows/B/watched/1.mkv',
    );
    const links = [
      'https://youtu.be/aB3dE5fG7hI',
      'https://open.spotify.com/episode/512ojhOuo1ktJprKbVcKyQ',
    ];
    media.write('watched.txt', links.join('\n'));

    const { code, stdout, stderr } = await learner.immersion(['sync', media.path], '1\n2\n3\n4\n');

    expect(code).toBe(2);
    expect(learner.recorded()).toStrictEqual(['EPISODE#A#1', 'EPISODE#B#1', 'SHOW#A', 'SHOW#B']);
    expect(media.tree()).toStrictEqual([
      'movies/watched/1.mkv',
      'movies/watched/2.mkv',
      'shows/',
      'watched.txt',
    ]);
    expect(stdout).toMatch(/watched\.txt:1\n {4}https:.*\n {4}.*youtube_api_key/);
    expect(stdout).toMatch(/watched\.txt:2\n {4}https:.*\n {4}.*spotify_client_id/);
    expect(stdout).toMatch(/\n {2}2 movies\n {4}.*tvdb_api_key/);
    // Answers cannot be checked without a key, so there are no questions.
    expect(stderr).toBe('');
  });
});
