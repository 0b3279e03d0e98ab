import { readFileSync } from 'node:fs';
import { largest } from '@immersion-tracker/contract';

interface Limits {
  /** With fewer samples, the tracker is still warming up. */
  readonly fewestSamples: number;
  /** Growth that is within the noise, in MiB. */
  readonly noise: number;
}

/** For the resident memory, once a second. It includes garbage that V8 has not collected yet. */
export const RESIDENT: Limits = { fewestSamples: 240, noise: 32 };
/** For the memory in use after a collection, once a minute. */
export const IN_USE: Limits = { fewestSamples: 8, noise: 8 };
/** Growth up to this share is not a leak either. */
const MOST_GROWTH = 0.25;

export interface MemoryVerdict {
  /** In MiB. */
  readonly before: number;
  readonly after: number;
  readonly peak: number;
  /** Undefined if the run was too short to tell. */
  readonly grows: boolean | undefined;
}

/**
 * Judges the memory of a process, sampled at regular intervals in MiB. What was taken once, such as caches, is not a
 * leak. A leak grows to the end: the median of the last quarter of the samples exceeds that of the second quarter.
 */
export function judgeMemory(
  samples: readonly number[],
  { fewestSamples, noise }: Limits,
): MemoryVerdict {
  const quarter = Math.floor(samples.length / 4);
  const before = median(samples.slice(quarter, 2 * quarter));
  const after = median(samples.slice(-quarter));
  const growth = after - before;
  const grows = growth > noise && growth > before * MOST_GROWTH;
  const peak = largest(samples, 0);
  return { before, after, peak, grows: samples.length < fewestSamples ? undefined : grows };
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
