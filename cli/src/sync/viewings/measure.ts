import pMap from 'p-map';
import type { Probe } from '../../disk/probe.ts';
import type { Screen } from '../../terminal/screen.ts';
import type { Claim } from '../claims/claims.ts';

/** The lengths of files in seconds. Those that could not be read are missing. */
export type Lengths = ReadonlyMap<Claim, number>;

export interface MeasureContext {
  readonly probe: Pick<Probe, 'lengthOf'>;
  readonly screen: Pick<Screen, 'bar'>;
  readonly signal: AbortSignal;
}

/** Each takes a worker, and most disks read one place at a time. */
const AT_ONCE = 2;
/** A second worker takes longer to start than so many files to read. */
const FEW = 20;

/** Reads the lengths of the claimed files, and shows a bar. */
export async function measure(
  { probe, screen, signal }: MeasureContext,
  claims: readonly Claim[],
): Promise<Lengths> {
  const files = claims.filter((claim) => 'video' in claim);
  const bar = screen.bar('Reading lengths', files.length);
  try {
    const lengths = await pMap(
      files,
      async (claim) => {
        const length = await probe.lengthOf(claim.video.path, signal);
        bar.advance(1);
        return length === undefined ? [] : [[claim, length] as const];
      },
      { concurrency: files.length <= FEW ? 1 : AT_ONCE, signal },
    );
    return new Map(lengths.flat());
  } finally {
    bar.end();
  }
}
