import { FilePathSource, Input, MATROSKA, MP4, MPEG_TS, OGG, QTFF, WEBM } from 'mediabunny';

/** Containers of videos. Others, such as AVI, are not supported. */
const formats = [MATROSKA, MP4, MPEG_TS, OGG, QTFF, WEBM];

/** The tracker's limits for the length of a file, in seconds. */
const [SHORTEST, LONGEST] = [1, 24 * 60 * 60];

/**
 * The length of a video in whole seconds, as its container says or its packets show. Undefined if that
 * cannot be read before `signal` aborts, or is not plausible. Never rejects.
 */
export async function containerLength(
  path: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const input = new Input({ formats, source: new FilePathSource(path) });
  const end = () => input.dispose();
  signal.addEventListener('abort', end, { once: true });
  try {
    signal.throwIfAborted();
    const seconds = Math.round(await lengthOf(input));
    return seconds >= SHORTEST && seconds <= LONGEST ? seconds : undefined;
  } catch {
    // It is damaged, of another format, or was removed meanwhile.
    return undefined;
  } finally {
    signal.removeEventListener('abort', end);
    input.dispose();
  }
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
