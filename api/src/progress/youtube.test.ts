import { expect, test } from 'vitest';
import { type Row, readRows, rowOf, seconds, tallyAt } from './testing/rows.ts';
import { youtubeProgress } from './youtube.ts';

const { video, channel } = rowOf;
const midnight = seconds('2026-05-20T00:00:00+12:00');

const progressOf = (rows: readonly Row[]) =>
  youtubeProgress(readRows(rows), tallyAt('2026-05-20T12:00:00+12:00'));

test('videos count under their channel, with its name and artwork', async () => {
  const { youtube_channels } = await progressOf([
    channel('UC1', 'First', { youtube_channel_artwork_url: 'https://example.com/1.jpg' }),
    video('v1', 'UC1'),
    video('v2', 'UC1'),
  ]);

  expect(youtube_channels).toEqual([
    {
      channel_id: 'UC1',
      channel_name: 'First',
      artwork_url: 'https://example.com/1.jpg',
      videos_watched: 2,
    },
  ]);
});

test('channels come by videos descending, then by name, and those not known come last', async () => {
  const { youtube_channels } = await progressOf([
    channel('UC1', 'b'),
    channel('UC2', 'a', { youtube_channel_artwork_url: null }),
    channel('UC3', 'z'),
    channel('UC4', 'never watched'),
    ...['UC1', 'UC2', 'UC3', 'UC9'].map((id, index) => video(`v${index}`, id)),
    video('v9', 'UC3'),
  ]);

  expect(youtube_channels).toEqual([
    { channel_id: 'UC3', channel_name: 'z', artwork_url: null, videos_watched: 2 },
    { channel_id: 'UC2', channel_name: 'a', artwork_url: null, videos_watched: 1 },
    { channel_id: 'UC1', channel_name: 'b', artwork_url: null, videos_watched: 1 },
    { channel_id: 'UC9', channel_name: null, artwork_url: null, videos_watched: 1 },
  ]);
});

test('videos of today are told apart, and all last as long as they do', async () => {
  const tally = tallyAt('2026-05-20T12:00:00+12:00');
  const read = readRows([
    video('v1', 'UC1', { timestamp: midnight - 1, youtube_video_duration: 1799 }),
    video('v2', 'UC1', { timestamp: midnight, youtube_video_duration: 1801 }),
  ]);

  const progress = await youtubeProgress(read, tally);

  expect(progress.youtube_videos_watched).toBe(2);
  expect(progress.youtube_videos_watched_today).toBe(1);
  expect(tally.figures().total_hours_watched).toBe(1);
});

test('a channel that does not fit leaves its videos without a name, a video is left out', async () => {
  const progress = await progressOf([
    channel('UC1', 'x', { youtube_channel_title: null }),
    video('v1', 'UC1', { version: 4 }),
    video('v2', 'UC1', { youtube_video_duration: 'PT10M' }),
  ]);

  expect(progress.youtube_videos_watched).toBe(1);
  expect(progress.youtube_channels).toEqual([
    { channel_id: 'UC1', channel_name: null, artwork_url: null, videos_watched: 1 },
  ]);
});
