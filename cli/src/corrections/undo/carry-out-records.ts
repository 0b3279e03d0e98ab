import { ApiError, endpoints, type WholeRecord } from '@immersion-tracker/contract';
import type { ChangeOf } from '../../receipts/receipt.ts';
import { inParts } from '../../tracker/in-parts.ts';
import { lookUp } from '../../tracker/look-up.ts';
import { restoreRecords } from '../../tracker/restore-records.ts';
import { readStored } from '../../tracker/stored.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { WHOLE_SIZE } from '../../tracker/whole-records.ts';

type Whole = readonly WholeRecord[];

/**
 * Removes those of these records that still have the same source. Resolves with all of them, as they were
 * when they were removed: another client may have changed them since they were read.
 */
export async function remove(tracker: Tracker, records: Whole): Promise<Whole> {
  const known = await lookUp(
    tracker,
    records.flatMap((one) => readStored(one)?.id ?? []),
  );
  const ids = records.flatMap((record) => {
    const stored = readStored(record);
    const now = known.get(stored?.id ?? '');
    return stored !== undefined && now?.source === stored.source ? [stored.id] : [];
  });
  const removed = new Map<unknown, WholeRecord>();
  for (const part of inParts(ids, WHOLE_SIZE)) {
    const answer = await tracker.send(endpoints.remove, { ids: [...part] });
    for (const one of answer.removed) removed.set(one.sk, one);
  }
  return records.map((record) => removed.get(record.sk) ?? record);
}

/** Puts records back, unless they exist. Resolves with why some could not be. */
export async function restore(tracker: Tracker, records: Whole): Promise<string[]> {
  const refused = await restoreRecords(tracker, records);
  return refused.map(({ record, reason }) => {
    return `${readStored(record)?.name ?? 'A record'} could not be restored: ${reason}`;
  });
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
