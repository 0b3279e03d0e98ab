import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { CustomSource, Input, MATROSKA, MP4, MPEG_TS, OGG, QTFF, WEBM } from 'mediabunny';

/** Containers of videos. Others, such as AVI, are not supported. */
const formats = [MATROSKA, MP4, MPEG_TS, OGG, QTFF, WEBM];

/** The tracker's limits for the length of a file, in seconds. */
const [SHORTEST, LONGEST] = [1, 24 * 60 * 60];

/** A damaged file may claim to have larger parts. Node aborts the process if it is asked for 2 GiB at once. */
const MOST_BYTES_AT_ONCE = 64 * 1024 * 1024;

/**
 * The length of a video in whole seconds, as its container says or its packets show. Undefined if that cannot
 * be read, or is not plausible. Never rejects, but may take all time and memory for a damaged file: use
 * `readLength`.
 */
export async function containerLength(path: string): Promise<number | undefined> {
  try {
    // Otherwise, opening a pipe would wait for its writer.
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    using input = new Input({ formats, source: await sourceOf(file) });
    const seconds = Math.round(await lengthOf(input));
    return seconds >= SHORTEST && seconds <= LONGEST ? seconds : undefined;
  } catch {
    // It is damaged, of another format, or was removed meanwhile.
    return undefined;
  }
}

async function sourceOf(file: FileHandle): Promise<CustomSource> {
  const stats = await file.stat();
  if (!stats.isFile()) throw new Error('not a regular file');
  return new CustomSource({
    prefetchProfile: 'fileSystem',
    handleUnhandledError() {},
    getSize: () => stats.size,
    async read(start, end) {
      const length = end - start;
      if (length > MOST_BYTES_AT_ONCE) throw new Error('too much at once');
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    },
  });
}

/** Only the video counts: a subtitle or a timecode can be longer. */
async function lengthOf(input: Input): Promise<number> {
  const video = await input.getPrimaryVideoTrack();
  if (video === null) return 0;
  const end =
    (await input.getDurationFromMetadata([video])) ?? (await input.computeDuration([video]));
  // Recordings of broadcasts start at any time.
  return end - Math.max(0, await input.getFirstTimestamp([video]));
}
