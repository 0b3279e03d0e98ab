import { describe, expect, test } from 'vitest';
import { fileKindOf, isVideo, recordedName, withoutExtension } from './file-kinds.ts';

const VIDEOS = [
  'mkv mk3d mp4 m4v webm avi mov ts m2ts mts wmv flv f4v mpg mpeg m2v ogv ogm vob rm rmvb 3gp asf',
  'divx mxf wtv dvr-ms iso MKV Mp4',
].join(' ');

describe('a video', () => {
  test.each(VIDEOS.split(' '))('ends in .%s', (extension) => {
    expect(isVideo(`S01E01.${extension}`)).toBe(true);
  });

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

test.each([
  ['S01E01.ja.ASS', 'subtitle'],
  ['S01E01.idx', 'subtitle'],
  ['tvshow.nfo', 'description'],
  ['S01E01.mkv.vsmeta', 'description'],
  ['Video [aB3dE5fG7hI].info.json', 'description'],
  ['Video [aB3dE5fG7hI].description', 'description'],
  ['S01E01.sfv', 'checksum'],
  ['poster.JPG', 'picture'],
  ['fansub.ttf', 'font'],
  ['theme.mp3', 'audio'],
  ['.DS_Store', 'system'],
  ['._S01E01.mkv', 'system'],
  ['Thumbs.db', 'system'],
  ['desktop.ini', 'system'],
  ['.nomedia', 'system'],
  ['S01E01.mkv@SynoEAStream', 'system'],
  ['.hidden.srt', 'other'],
  ['.info.json', 'other'],
  ['deck.json', 'other'],
  ['notes.txt', 'other'],
  ['my.DS_Store', 'other'],
  ['desktop.ini.bak', 'other'],
  ['README', 'other'],
  ['S01E01.mkv.part', 'other'],
] as const)('%s is a file of the kind %s', (name, kind) => {
  expect(fileKindOf(name)).toBe(kind);
});

test.each([
  ['S01E01.mkv', 'S01E01'],
  ['1. Folge.v2.MP4', '1. Folge.v2'],
  [' spaces .mkv', ' spaces '],
  ['recorded.dvr-ms', 'recorded'],
  // macOS writes が as か with a combining mark.
  ['\u304B\u3099.mkv', '\u304C'],
])('%j is recorded as %j', (name, recorded) => {
  expect(recordedName(name)).toBe(recorded);
});

test('a name without an extension does not change', () => {
  expect(withoutExtension('poster')).toBe('poster');
});
