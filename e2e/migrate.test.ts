import { statSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '@immersion-tracker/contract';
import { expect, onTestFinished, test } from 'vitest';
import { as, send, succeed } from './testing/trackers/api.ts';
import { startOn, startTracker } from './testing/trackers/local-host.ts';
import {
  dataDirWith,
  dynamodbForTest,
  emptyDataDir,
  episode,
  episodes,
  faultsBefore,
  migrate,
  putRows,
  type Row,
  rowsIn,
  TO_DYNAMODB,
  TO_SQLITE,
  timestamp,
} from './testing/trackers/migration.ts';

const record = (user: string, sk: string, more: Row): Row => ({
  pk: `USER#${user}`,
  sk,
  user,
  ...more,
});

/** Records of every kind, with and without the optional attributes, and a broken one. */
const recordsOf = (user: string): Row[] => [
  episode(user, 'show_name', 'episode_name'),
  episode(user, 'ダンジョン飯', '第1話 🐉'),
  record(user, 'SHOW#show_name', {
    ...{ folder_name: 'show_name', tvdb_id: 12345, tvdb_name: 'Example Show', version: 2 },
    ...{ tvdb_image: 'https://example.com/poster.jpg', tvdb_average_runtime: 2700.5 },
  }),
  record(user, 'SHOW#ダンジョン飯', {
    folder_name: 'ダンジョン飯',
    version: 9_007_199_254_740_993n,
  }),
  record(user, 'MOVIE#m', {
    ...{ file_name: 'm', tvdb_id: 67890, tvdb_name: 'Example Movie', movie_duration: 7200 },
    ...{ tvdb_image: 'https://example.com/movie.jpg', timestamp },
  }),
  record(user, 'YOUTUBEVIDEO#v', {
    ...{ youtube_video_id: 'v', youtube_video_title: 'V', timestamp },
    ...{ youtube_channel_id: 'c', youtube_video_duration: 600 },
  }),
  record(user, 'YOUTUBECHANNEL#c', { youtube_channel_id: 'c', youtube_channel_title: 'C' }),
  record(user, 'SPOTIFYEPISODE#e', {
    ...{ spotify_episode_id: 'e', spotify_episode_title: 'E', timestamp },
    ...{ spotify_show_id: 's', spotify_episode_duration: 900 },
  }),
  record(user, 'SPOTIFYSHOW#s', { spotify_show_id: 's', spotify_show_name: 'S' }),
  record(user, 'MOVIE#m#1730000001', {
    ...{ file_name: 'm', tmdb_id: 12, tmdb_name: 'Example Movie', movie_duration: 7200 },
    ...{ tmdb_image: 'https://example.com/movie.jpg', timestamp: timestamp + 1 },
    ...{ rewatch_of: 'MOVIE#m', source: 'a request' },
  }),
  record(user, 'EPISODE#show_name#broken', { folder_name: 'show_name', file_name: 'broken' }),
];

/** The progress and shows of both users, from a tracker on the data folder. */
async function toldBy(dataDir: string, environment: Readonly<Record<string, string>>) {
  const tracker = await startOn(dataDir, environment);
  onTestFinished(() => tracker.kill());
  const told = ['alice', 'やまだ さん']
    .map(as)
    .flatMap((user) => [
      succeed(tracker.url, endpoints.getProgress, undefined, user),
      succeed(tracker.url, endpoints.getShows, undefined, user),
    ]);
  return Promise.all(told);
}

test('a tracker on DynamoDB returns the same as one on SQLite, and records copied back are unchanged', async () => {
  const dataDir = await dataDirWith([...recordsOf('alice'), ...recordsOf('やまだ さん')]);
  const [back, dynamodb] = [emptyDataDir(), await dynamodbForTest()];
  const before = rowsIn(dataDir);

  const there = await migrate(TO_DYNAMODB, dataDir, dynamodb);
  const again = await migrate(TO_SQLITE, back, dynamodb);

  const users = { IMMERSION_TRACKER_SECRET_FILE: join(dataDir, 'secret.json') };
  const inDynamodb = { ...dynamodb.environment, IMMERSION_TRACKER_STORE: 'dynamodb' };
  const told = await toldBy(dataDir, {});
  expect([there.code, again.code]).toStrictEqual([0, 0]);
  for (const { stdout } of [there, again]) {
    expect(stdout).toContain('alice: 11 items, 11 copied, 0 already there\n');
    expect(stdout).toContain('やまだ さん: 11 items, 11 copied, 0 already there\n');
    expect(stdout).toContain('Checked: 22 items in the source, all of them in the target.\n');
  }
  expect(await toldBy(dataDir, inDynamodb)).toStrictEqual(told);
  expect(await toldBy(back, users)).toStrictEqual(told);
  expect(told[0]).toMatchObject({ total_episodes_watched: 2, total_movies_watched: 2 });
  expect(rowsIn(dataDir)).toStrictEqual(before);
  expect(rowsIn(back)).toStrictEqual(before);
  expect(statSync(back).mode & 0o777).toBe(0o700);
  expect(statSync(join(back, 'immersion-tracker.sqlite')).mode & 0o777).toBe(0o600);
});
test('a running tracker keeps recording while its database is copied', async () => {
  const dynamodb = await dynamodbForTest();
  const tracker = await startTracker();
  onTestFinished(() => tracker.remove());
  putRows(tracker.dataDir, episodes('bob', 10));
  const sync = (file_name: string) =>
    send(tracker.url, 'POST', '/sync', { episodes: [{ folder_name: 'a', file_name }] });
  const writes = Promise.withResolvers<void>();
  const recorded = Promise.withResolvers<void>();
  const waiting = await faultsBefore(dynamodb, (operation) => {
    if (operation !== 'PutItem') return undefined;
    writes.resolve();
    return { after: recorded.promise };
  });

  // The record of the episode and the record of its show.
  const before = await sync('before');
  const copying = migrate(TO_DYNAMODB, tracker.dataDir, waiting);
  await writes.promise;
  const meanwhile = await sync('meanwhile');
  recorded.resolve();
  const { code, stdout } = await copying;

  expect([before.status, meanwhile.status, code]).toStrictEqual([200, 200, 0]);
  expect(stdout).toContain('Checked: 12 items in the source, all of them in the target.\n');
  const next = await migrate(TO_DYNAMODB, tracker.dataDir, dynamodb);
  expect(next.stdout).toContain('alice: 3 items, 1 copied, 2 already there\n');
});

test.each([
  [['--from', 'sqlite'], /^error: required option '--to <database>' not specified\n/],
  [['--from', 'sqlite', '--to', 'sqlite'], /^error: --from and --to must be different\n/],
  [[...TO_DYNAMODB, '--user', ''], /^error: option '--user <name>' argument '' is invalid/],
])('the arguments %j are refused, and the usage is shown', async (args, problem) => {
  const { code, stdout, stderr } = await migrate(args, emptyDataDir(), { environment: {} });

  expect([code, stdout]).toStrictEqual([1, '']);
  expect(stderr).toMatch(problem);
  expect(stderr).toContain('\nUsage: npm run migrate -- ');
});

test('--help shows the usage', async () => {
  const { code, stdout } = await migrate(['--help'], emptyDataDir(), { environment: {} });

  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: npm run migrate -- /);
});

test('--dry-run and --user copy nothing and compare one user, and an unknown user is reported', async () => {
  const dataDir = await dataDirWith(episodes('alice', 1));
  const args = [...TO_DYNAMODB, '--dry-run', '--user', 'alice'];

  const dynamodb = await dynamodbForTest();
  const good = await migrate(args, dataDir, dynamodb);
  const bad = await migrate([...args, '--user', 'Alice'], dataDir, dynamodb);

  expect([good.code, good.stderr]).toStrictEqual([0, expect.stringContaining('Comparing: 1 of 1')]);
  expect(good.stdout).toContain('alice: 1 item, 1 would be copied, 0 already there\nNothing');
  expect([bad.code, bad.stdout]).toStrictEqual([1, '']);
  expect(bad.stderr).toMatch(/^Found no records of Alice in .*Check the spelling.*\n$/);
});
