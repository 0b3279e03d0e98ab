import { describe, expect, test } from 'vitest';
import { isSidecar, isVideo, recordedName } from './file-kinds.ts';

describe('a video', () => {
  test.each('mkv mp4 m4v webm avi mov ts m2ts wmv flv mpg mpeg ogv MKV Mp4'.split(' '))(
    'ends in .%s',
    (extension) => {
      expect(isVideo(`S01E01.${extension}`)).toBe(true);
    },
  );

  test.each([
    '.DS_Store',
    '._S01E01.mkv',
    '.S01E01.mkv',
    '.mkv',
    'mkv',
    'S01E01.mkv.part',
    'S01E01.srt',
    'S01E01.mka',
    'S01E01.mkv ',
  ])('is not %j', (name) => {
    expect(isVideo(name)).toBe(false);
  });
});

describe('with its show goes', () => {
  test.each([
    'S01E01.srt',
    'S01E01.ja.ASS',
    'tvshow.nfo',
    'poster.jpg',
    'fanart.PNG',
    'season01-poster.jpg',
    'S01E01-thumb.jpg',
    'S01E01.jpg',
    'S01E09.webp',
    'Title.S01E09.jpg',
    'folder.jpg',
    'discart.png',
    '.DS_Store',
    '._S01E01.mkv',
    'Thumbs.db',
    '.nomedia',
  ])('%s', (name) => {
    expect(isSidecar(name, ['S01E01'])).toBe(true);
  });

  test.each([
    'S01E01.mkv',
    'S01E01.mkv.part',
    '.S01E02.mkv.x7Gh2k',
    'condensed.mp3',
    'S01.rar',
    'README',
    '.hidden.srt',
    'deck.apkg',
    'notes.txt',
    'vocab.md',
    'interview.url',
    'watched.txt',
    'screenshot.png',
    'Episode 2.jpg',
    'image.png',
    'my drawing of the show.png',
    'fan art.jpg',
    'whiteboard image 2.jpg',
    'IMG_1234.jpg',
    'S01E01.mkv_snapshot_00.12.jpg',
  ])('never %s', (name) => {
    expect(isSidecar(name, ['S01E01'])).toBe(false);
  });
});

test.each([
  ['S01E01.mkv', 'S01E01'],
  ['1. Folge.v2.MP4', '1. Folge.v2'],
  [' spaces .mkv', ' spaces '],
  // か and a combining mark, as macOS writes it, is the one letter が.
  ['\u304B\u3099.mkv', '\u304C'],
])('%j is recorded as %j', (name, recorded) => {
  expect(recordedName(name)).toBe(recorded);
});
