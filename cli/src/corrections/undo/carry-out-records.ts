import { ApiError, endpoints, type WholeRecord } from '@immersion-tracker/contract';
import type { ChangeOf } from '../../receipts/receipt.ts';
import { inParts } from '../../tracker/in-parts.ts';
import { isSameRecord, isSameViewing, lookUp } from '../../tracker/look-up.ts';
import { restoreRecords } from '../../tracker/restore-records.ts';
import { readStored, storedIn } from '../../tracker/stored.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { WHOLE_SIZE } from '../../tracker/whole-records.ts';

type Whole = readonly WholeRecord[];

/**
 * Removes those of these records that are still the same. Resolves with them, as they were when they were
 * removed: another client may have changed them since they were read. Says which of the others are still there.
 */
export async function remove(
  tracker: Tracker,
  records: Whole,
): Promise<{ readonly records: Whole; readonly problems: readonly string[] }> {
  const all = storedIn(records);
  const known = await lookUp(
    tracker,
    all.map(({ id }) => id),
  );
  const same = all.filter((one) => isSameRecord(known.get(one.id), one));
  const others = all.filter(({ id }) => known.has(id)).filter((one) => !same.includes(one));
  const removed = new Map<unknown, WholeRecord>();
  for (const part of inParts(same, WHOLE_SIZE)) {
    const answer = await tracker.send(endpoints.remove, { ids: part.map(({ id }) => id) });
    for (const one of answer.removed) removed.set(one.sk, one);
  }
  return {
    records: same.map(({ whole }) => removed.get(whole.sk) ?? whole),
    problems: others.map(
      ({ name }) => `${name} was changed or recorded again since, and stays as it is`,
    ),
  };
}

/**
 * Puts records back. Resolves with why some could not be: the tracker refused them, or has other records
 * with their ids, which it keeps without a word.
 */
export async function restore(tracker: Tracker, records: Whole): Promise<string[]> {
  const refused = await restoreRecords(tracker, records);
  const all = storedIn(records);
  const known = await lookUp(
    tracker,
    all.map(({ id }) => id),
  );
  const others = all.filter((one) => known.has(one.id) && !isSameViewing(known.get(one.id), one));
  return [
    ...refused.map(({ record, reason }) => {
      return `${readStored(record)?.name ?? 'A record'} could not be restored: ${reason}`;
    }),
    ...others.map(({ name }) => `${name} was recorded again since, and stays as it is`),
  ];
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
