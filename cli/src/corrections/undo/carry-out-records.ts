import { ApiError, endpoints, type WholeRecord } from '@immersion-tracker/contract';
import { errorInWords } from '../../errors/error-in-words.ts';
import type { ChangeOf } from '../../receipts/receipt.ts';
import { isSameRecord, lookUp } from '../../tracker/look-up.ts';
import { isRefusal } from '../../tracker/refusal.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { WHOLE_SIZE } from '../../tracker/whole-records.ts';
import { readStored } from '../records/stored.ts';

type Whole = readonly WholeRecord[];

/**
 * Removes those of these records that are still the same. Resolves with all of them, as they were
 * when they were removed: another client may have changed them since they were read.
 */
export async function remove(tracker: Tracker, records: Whole): Promise<Whole> {
  const known = await lookUp(
    tracker,
    records.flatMap((one) => readStored(one)?.id ?? []),
  );
  const ids = records.flatMap((record) => {
    const stored = readStored(record);
    if (stored === undefined) return [];
    return isSameRecord(known.get(stored.id), stored) ? stored.id : [];
  });
  const removed = new Map<unknown, WholeRecord>();
  for (const part of inParts(ids)) {
    const answer = await tracker.send(endpoints.remove, { ids: [...part] });
    for (const one of answer.removed) removed.set(one.sk, one);
  }
  return records.map((record) => removed.get(record.sk) ?? record);
}

/** Puts records back, unless they exist. Resolves with why some could not be. */
export async function restore(tracker: Tracker, records: Whole): Promise<string[]> {
  const problems: string[] = [];
  for (const part of inParts(records)) problems.push(...(await restorePart(tracker, part)));
  return problems;
}

/** The tracker refuses a request as a whole, so this divides it until it finds the records at fault. */
async function restorePart(tracker: Tracker, records: Whole): Promise<string[]> {
  try {
    await tracker.send(endpoints.restore, { records: [...records] });
    return [];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (records.length === 1) {
      const name = records.map((one) => readStored(one)?.name ?? 'A record').join();
      return [`${name} could not be restored: ${errorInWords(error)}`];
    }
    const middle = Math.ceil(records.length / 2);
    const first = await restorePart(tracker, records.slice(0, middle));
    return [...first, ...(await restorePart(tracker, records.slice(middle)))];
  }
}

/** Moves those records that still have the time from which they are moved. */
export async function move(
  tracker: Tracker,
  records: ChangeOf<'records moved'>['records'],
): Promise<string[]> {
  const problems: string[] = [];
  const known = await lookUp(
    tracker,
    records.map(({ id }) => id),
  );
  for (const { id, name, from, to } of records) {
    const now = known.get(id)?.watched_at;
    if (now === to) continue;
    if (now !== from || !(await moveOne(tracker, id, to))) {
      problems.push(`${name} was changed or removed in the meantime, and was not moved`);
    }
  }
  return problems;
}

/** Resolves with false if the record is gone. */
async function moveOne(tracker: Tracker, id: string, watched_at: number): Promise<boolean> {
  try {
    await tracker.send(endpoints.updateWatched, { id, watched_at });
    return true;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'unknown_ids') throw error;
    return false;
  }
}

function* inParts<T>(all: readonly T[]): Generator<readonly T[], void> {
  for (let start = 0; start < all.length; start += WHOLE_SIZE) {
    yield all.slice(start, start + WHOLE_SIZE);
  }
}
