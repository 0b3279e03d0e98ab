import { readFileSync } from 'node:fs';

/**
 * Memory that was taken once, such as caches and V8's reserves, is not a leak. A leak grows to the end: the median of
 * the last quarter of the samples exceeds that of the second quarter by both of these.
 */
const MOST_GROWTH = { share: 0.25, mebibytes: 32 };
/** With fewer samples, one a second, the tracker is still warming up. */
const FEWEST_SAMPLES = 240;

export interface MemoryVerdict {
  /** In MiB. */
  readonly before: number;
  readonly after: number;
  readonly peak: number;
  /** Undefined if the run was too short to tell. */
  readonly grows: boolean | undefined;
}

/** Judges the resident memory of a process, sampled at regular intervals in MiB. */
export function judgeMemory(samples: readonly number[]): MemoryVerdict {
  const quarter = Math.floor(samples.length / 4);
  const before = median(samples.slice(quarter, 2 * quarter));
  const after = median(samples.slice(-quarter));
  const growth = after - before;
  const { share, mebibytes } = MOST_GROWTH;
  const grows = growth > mebibytes && growth > before * share;
  const peak = Math.max(0, ...samples);
  return { before, after, peak, grows: samples.length < FEWEST_SAMPLES ? undefined : grows };
}

/** The resident memory of a process in MiB. Undefined if it has ended, or on systems other than Linux. */
export function residentMebibytes(pid: number): number | undefined {
  try {
    const [, kibibytes] =
      /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
  } catch {
    return undefined;
  }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
