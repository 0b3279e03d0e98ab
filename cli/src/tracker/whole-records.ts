import { ApiError, endpoints, type WholeRecord } from '@immersion-tracker/contract';
import type { Tracker } from './tracker.ts';

/** Records per request: few enough for an answer of a moderate size. */
export const WHOLE_SIZE = 200;

/** The watch records with these ids, whole. Leaves out those that could not be restored. */
export async function wholeRecords(
  tracker: Tracker,
  ids: readonly string[],
): Promise<WholeRecord[]> {
  const found: WholeRecord[] = [];
  for (let start = 0; start < ids.length; start += WHOLE_SIZE) {
    found.push(...(await wholePart(tracker, ids.slice(start, start + WHOLE_SIZE))));
  }
  return found;
}

/** Halves the request if its answer would be too large. */
async function wholePart(tracker: Tracker, ids: readonly string[]): Promise<WholeRecord[]> {
  try {
    return (await tracker.send(endpoints.getRecords, { ids: [...ids] })).records;
  } catch (error) {
    const isTooLarge = error instanceof ApiError && error.code === 'too_large';
    if (!isTooLarge || ids.length === 1) throw error;
    const middle = Math.ceil(ids.length / 2);
    const first = await wholePart(tracker, ids.slice(0, middle));
    return [...first, ...(await wholePart(tracker, ids.slice(middle)))];
  }
}
