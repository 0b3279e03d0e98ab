import type { FoundFile } from './files.ts';

/** What a video file says about its viewing. */
export interface Probe {
  /** When it was moved to where it is, in epoch milliseconds; undefined if the file system does not note that. */
  movedAt(file: FoundFile): number | undefined;
  /** Its length in seconds; undefined if it cannot be read. Rejects only if `signal` aborts. */
  lengthOf(path: string, signal: AbortSignal): Promise<number | undefined>;
}

/** exFAT counts time in units of 10 ms, FAT in units of 2 s. */
const COARSEST_TICK_MS = 10;

export const probe: Probe = {
  movedAt: ({ ctimeMs, mtimeMs }) => {
    // FAT and exFAT have no change time, so systems report the time of modification in its place. Where
    // there is one, the two are only equal by themselves, and then they have more digits.
    const isMissing = ctimeMs === mtimeMs && mtimeMs % COARSEST_TICK_MS === 0;
    return isMissing ? undefined : ctimeMs;
  },
  async lengthOf(path, signal) {
    const { readLength } = await import('./lengths/read-length.ts');
    return readLength(path, LONGEST_READ_MS, signal);
  },
};

/** A file without an index is read from beginning to end, which takes long on a slow network drive. */
const LONGEST_READ_MS = 10_000;
