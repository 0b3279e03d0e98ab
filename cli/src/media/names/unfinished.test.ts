import { describe, expect, test } from 'vitest';
import { controlFileOf, isUnfinished } from './unfinished.ts';

describe('an unfinished download', () => {
  test.each([
    ['05.mkv.part', '05.mkv'],
    ['05.mkv.PART', '05.mkv'],
    ['05.mkv.part-Frag12', '05.mkv'],
    ['05.mkv.part-Frag12.part', '05.mkv'],
    ['05.mkv.ytdl', '05.mkv'],
    ['05.mkv.part.aria2', '05.mkv'],
    ['05.mkv.aria2', '05.mkv'],
    ['05.mkv.crdownload', '05.mkv'],
    ['05.mkv.opdownload', '05.mkv'],
    ['05.mkv.download', '05.mkv'],
    ['05.mkv.partial', '05.mkv'],
    ['05.mkv.!qB', '05.mkv'],
    ['05.mkv.!ut', '05.mkv'],
    ['05.mkv.tmp', '05.mkv'],
    ['.syncthing.05.mkv.tmp', '05.mkv'],
    ['~syncthing~05.mkv.tmp', '05.mkv'],
    ['葬送のフリーレン 第5話.mp4.part', '葬送のフリーレン 第5話.mp4'],
    // Replaces G.mp4 once subtitles were added.
    ['G.temp.mp4', 'G.mp4'],
    // The name is returned exactly as it is on the disk.
    ['Cafe\u0301.mkv.part', 'Cafe\u0301.mkv'],
    ['G.f137.mp4.part', 'G.f137.mp4'],
  ])('%s belongs to %s', (name, video) => {
    expect([isUnfinished(name), controlFileOf(name)]).toStrictEqual([true, video]);
  });

  test.each([
    'G.f137.mp4',
    'G.f251.webm',
    'G.f140.m4a',
    'G.f251-drc.webm',
    'G.f30080.mp4',
    'Unconfirmed 123456.crdownload',
    'notes.txt.part',
  ])('%s does not belong to a video beside it', (name) => {
    expect([isUnfinished(name), controlFileOf(name)]).toStrictEqual([true, undefined]);
  });
});

test.each([
  '05.mkv',
  'Dune Part 2.mkv',
  'Dune.part.mkv',
  'Dune.part1.mkv',
  'part.mkv',
  'The.Temp.mkv',
  'temp.mkv',
  'Drive.f1.mkv',
  'f137.mp4',
  'Kaiju No. 8',
  'syncthing.mkv',
])('%s is a finished file', (name) => {
  expect([isUnfinished(name), controlFileOf(name)]).toStrictEqual([false, undefined]);
});
