import { readFileSync, writeFileSync } from 'node:fs';
import {
  MkvOutputFormat,
  MovOutputFormat,
  Mp4OutputFormat,
  MpegTsOutputFormat,
  WebMOutputFormat,
} from 'mediabunny';
import { expect, test } from 'vitest';
import { createFolder } from '../../testing/folder.ts';
import { containerLength } from './container-length.ts';
import { type VideoOptions, writeVideo } from './testing/write-video.ts';

async function lengthOf(seconds: number, options: VideoOptions = {}) {
  const path = createFolder().of('video');
  await writeVideo(path, seconds, options);
  return containerLength(path);
}

test.each([
  ['Matroska', { format: new MkvOutputFormat() }],
  ['WebM', { format: new WebMOutputFormat() }],
  ['MP4', { format: new Mp4OutputFormat() }],
  ['QuickTime', { format: new MovOutputFormat() }],
  [
    'fragmented MP4, without a length',
    { format: new Mp4OutputFormat({ fastStart: 'fragmented' }) },
  ],
  [
    'a recording of a broadcast, which begins at any time',
    { format: new MpegTsOutputFormat(), codec: 'avc' as const, start: 5000 },
  ],
])('the length of %s is read, in whole seconds', async (_, options) => {
  expect(await lengthOf(1439.8, options)).toBe(1440);
});

test('without a length and an index, the length is that until the last frame', async () => {
  // 23 of 24 frames, since nothing says how long the last one lasts.
  expect(await lengthOf(1440, { format: new MkvOutputFormat({ appendOnly: true }) })).toBe(1380);
});

test('lengths that the tracker would refuse are not taken', async () => {
  expect(await lengthOf(0.2)).toBeUndefined();
  expect(await lengthOf(25 * 60 * 60)).toBeUndefined();
});

test.each([
  ['is missing', undefined],
  ['is empty', ''],
  ['is a text', 'not a video, whatever its name says'],
  ['is an AVI', 'RIFF\x00\x10\x00\x00AVI LIST'],
])('a file that %s has no length', async (_, content) => {
  const folder = createFolder();
  if (content !== undefined) folder.write('01.mkv', content);

  expect(await containerLength(folder.of('01.mkv'))).toBeUndefined();
});

test('a file that was cut off anywhere has a length from 1 s to its whole one, or none', async () => {
  const folder = createFolder();
  await writeVideo(folder.of('01.mkv'), 1440);
  const whole = readFileSync(folder.of('01.mkv'));

  for (let size = 0; size < whole.length; size += 13) {
    writeFileSync(folder.of('01.mkv'), whole.subarray(0, size));
    const length = (await containerLength(folder.of('01.mkv'))) ?? 1;
    expect(length).toBeGreaterThanOrEqual(1);
    expect(length).toBeLessThanOrEqual(1440);
  }
});
