import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { mediaForTest, useLearners } from './testing/learners/learners.ts';

const learners = useLearners();

test('the links of a hand-written list are recorded, and only unclear lines stay, unchanged', async () => {
  const learner = learners.learner();
  const media = mediaForTest();
  const utf16 = Buffer.from('https://youtu.be/aB3dE5fG7hI\r\n', 'utf16le');
  const staying = [
    '# my list\r\n',
    '- [ ] https://youtu.be/aB3dE5fG7hI\r\n',
    'https://youtu.be/aB3dE5fG7hI https://youtu.be/Q2w3E4r5T6Y\n',
    'https://spotify.app.link/AbCdEfGhIjK\n',
    utf16,
  ].map((line) => Buffer.from(line));
  const going = [
    '- [Dogen](https://youtu.be/aB3dE5fG7hI) # again\r\n',
    '<https://youtu.be/Q2w3E4r5T6Y>\u202C\n',
    '1. 面白い：https://open.spotify.com/episode/512ojhOuo1ktJprKbVcKyQを聞いた\n',
  ].map((line) => Buffer.from(line));
  const inTurn = staying.flatMap((line, index) => [going[index] ?? Buffer.alloc(0), line]);
  media.write('watched.txt', Buffer.concat(inTurn));

  const { code, stdout } = await learner.immersion(['sync', media.path]);

  expect(code).toBe(2);
  expect(stdout).toContain('Recorded 2 YouTube videos and 1 podcast episode.');
  expect(stdout).toContain('Deleted 3 lines of watched.txt.');
  expect(stdout.match(/watched\.txt:\d/g)).toStrictEqual(
    [4, 6, 7, 8].map((number) => `watched.txt:${number}`),
  );
  expect(stdout).toMatch(/\[ \] https.*\n {4}is marked as still to do/);
  expect(stdout).toMatch(/Q2w3E4r5T6Y\n {4}contains more than one link/);
  expect(stdout).toMatch(
    /app\.link.*\n {4}is a short link: open it in a browser, then copy the full address/,
  );
  expect(stdout).toMatch(/aB3dE5fG7hI\n {4}is in UTF-16/);
  expect(readFileSync(join(media.path, 'watched.txt'))).toStrictEqual(Buffer.concat(staying));
});

test('lists and folders with wrong names stay and are reported', async () => {
  const learner = learners.learner();
  const media = mediaForTest('shows/A/watched/1.mkv', 'Movies/watched/a.mkv', 'watched (1).txt');

  const { code, stdout } = await learner.immersion(['sync', media.path, '--no-input']);

  expect(code).toBe(2);
  expect(stdout).toContain('  Movies\n    is not read: rename it to movies\n');
  expect(stdout).toContain('  watched (1).txt\n    looks like a watched list, but is not read:');
  expect(media.tree()).toStrictEqual(['Movies/watched/a.mkv', 'shows/', 'watched (1).txt']);
});

test('a folder with only wrong names is an error that lists them', async () => {
  const learner = learners.learner();
  const media = mediaForTest('Movies/watched/a.mkv');

  const { code, stderr } = await learner.immersion(['sync', media.path]);

  expect(code).toBe(1);
  expect(stderr).toMatch(
    /There is nothing to sync in .*\nMovies is not read: rename it to movies\.\n$/s,
  );
});

test('--backfill records what a podcast released up to the linked episode, once', async () => {
  const learner = learners.learner();
  const media = mediaForTest();
  const sync = () => {
    media.write('watched.txt', 'https://open.spotify.com/episode/Show03Episode005000000\n');
    return learner.immersion(['sync', media.path, '--backfill', '--known', 'remove']);
  };

  const first = await sync();
  const again = await sync();

  expect([first.code, first.stdout]).toEqual([
    0,
    expect.stringContaining('Recorded 5 podcast episodes.'),
  ]);
  expect(first.stdout).toContain(
    '4 podcast episodes (2 h) released before the linked podcast episode, with --backfill\n',
  );
  expect([again.code, again.stdout]).toEqual([
    0,
    expect.stringContaining(
      'Everything released before the linked podcast episode is recorded already.',
    ),
  ]);
  const episodes = [1, 2, 3, 4, 5].map((number) => `Show03Episode00${number}000000`);
  expect(learner.recorded()).toEqual([
    ...episodes.map((id) => `SPOTIFYEPISODE#${id}`),
    'SPOTIFYSHOW#StandInShow00000000003',
  ]);
  const { watched } = await learner.api.send(endpoints.getWatched, {});
  expect(new Set(watched.map(({ watched_at }) => watched_at)).size).toBe(1);

  // The second sync only removed a line.
  await learner.immersion(['undo', '--yes']);
  await learner.immersion(['undo', '--yes']);
  expect(learner.recorded()).toEqual(['SPOTIFYSHOW#StandInShow00000000003']);
});
