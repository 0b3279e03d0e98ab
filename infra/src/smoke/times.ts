import { endpoints } from '@immersion-tracker/contract';
import { ask } from './checks/sending.ts';
import type { Stage } from './stage.ts';

/** Requests that the median is of. */
const WARM = 5;

/** Milliseconds to the first byte of GET /shows, by a function that has just answered. */
export async function warmTime(stage: Stage): Promise<number> {
  const times: number[] = [];
  while (times.length < WARM) {
    times.push((await ask(stage, endpoints.getShows)).milliseconds);
  }
  return times.sort((a, b) => a - b)[Math.floor(WARM / 2)] ?? 0;
}

/** Nothing is right or wrong about these. */
export const timesLine = (first: number, warm: number): string =>
  `First byte of GET /shows: ${Math.round(first)} ms at first (a cold start, unless it was asked in the last minutes), then ${Math.round(warm)} ms (median of ${WARM}). Seen from here, on an open connection.`;
