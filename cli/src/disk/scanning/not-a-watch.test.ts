import { expect, test } from 'vitest';
import { episodes, movies } from '../../media/layout.ts';
import { notAWatch, unfinishedAmong } from './not-a-watch.ts';

const UNFINISHED = 'is an unfinished download: rename it if it is complete, or delete it';
const NONE = new Map<string, string>();

test.each([
  ['sample.mkv', 'looks like a sample: rename it if it is an episode, or delete it'],
  [
    'Show - NCOP1 [BD].mkv',
    'looks like an opening or ending: rename it if it is an episode, or delete it',
  ],
  [
    'Show - NCED.mkv',
    'looks like an opening or ending: rename it if it is an episode, or delete it',
  ],
  ['Show-trailer.mkv', 'looks like a trailer: rename it if it is an episode, or delete it'],
  ['Show-featurette.mkv', 'looks like an extra: rename it if it is an episode, or delete it'],
  ['G.f137.mp4', UNFINISHED],
  ['G.temp.mp4', UNFINISHED],
  ['G.f251.webm', UNFINISHED],
  ['_UNPACK_Show.S01E09/x.mkv', UNFINISHED],
  [
    'Sample/x.mkv',
    'looks like a sample: move it to another folder if it is an episode, or delete it',
  ],
  [
    'Extras/x.mkv',
    'looks like an extra: move it to another folder if it is an episode, or delete it',
  ],
])('%s is left', (name, reason) => {
  expect(notAWatch(['watched', ...name.split('/')], NONE, episodes)).toBe(reason);
});

test.each(['S01E01.mkv', 'Sampler.mkv', 'Season 1/01.mkv', 'The Trailer.mkv'])(
  '%s may have been watched',
  (name) => {
    expect(notAWatch(['watched', ...name.split('/')], NONE, episodes)).toBeUndefined();
  },
);

test('the advice for a movie says "movie"', () => {
  expect(notAWatch(['watched', 'sample.mkv'], NONE, movies)).toBe(
    'looks like a sample: rename it if it is a movie, or delete it',
  );
});

test.each([
  '05.mkv.part',
  '05.aB3dE5fG.mkv.part',
  '05.mkv.aria2',
  '05.mkv.!qB',
  '05.mkv.ytdl',
  '05.mkv.crdownload',
])('a video beside its %s is an unfinished download', (control) => {
  const unfinished = unfinishedAmong(['05.mkv', control, '06.mkv', '06.srt']);

  expect(notAWatch(['watched', '05.mkv'], unfinished, episodes)).toBe(
    `is an unfinished download: it will be recorded once ${control} is gone`,
  );
  expect(notAWatch(['watched', '06.mkv'], unfinished, episodes)).toBeUndefined();
});
