import type { WholeRecord } from '@immersion-tracker/contract';
import type { Change, ChangeOf, Receipt, Reversal } from '../../receipts/receipt.ts';
import { isSameRecord, isSameViewing, lookUp } from '../../tracker/look-up.ts';
import { storedIn } from '../../tracker/stored.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { wholeRecords } from '../../tracker/whole-records.ts';
import { recordsThat } from '../records/records-that.ts';
import { keepRecordsOf } from './line-records.ts';
import { LIST_STAYS, takesLines } from './list-stays.ts';
import { reverseList } from './reverse-list.ts';
import { reverseTitle } from './titles.ts';

/** The steps that take changes back, and sentences about what cannot be taken back. */
export interface Reversed {
  readonly reversals: readonly Reversal[];
  readonly cannot: readonly string[];
}

/** What takes back one change, and the lines, in base64, that cannot be put back. */
interface ReversedChange extends Reversed {
  readonly missingLines?: readonly string[];
}

/**
 * Works out what takes back a receipt's changes, from the present state: what did not happen, or is
 * different by now, is left alone. `later` are the receipts that came after it. Changes nothing.
 */
export async function reverse(
  tracker: Tracker,
  { changes }: Pick<Receipt, 'changes'>,
  later: readonly Receipt[],
): Promise<Reversed> {
  const all: ReversedChange[] = [];
  let isAllRecorded = true;
  for (const change of changes.toReversed()) {
    const one = await reverseOne(tracker, change, later);
    all.push(one);
    if (change.kind === 'records removed' && one.cannot.length > 0) isAllRecorded = false;
  }
  const missingLines = all.flatMap((one) => one.missingLines ?? []);
  const kept = all
    .flatMap((one) => one.reversals)
    .map((reversal) => keepRecordsOf(missingLines, reversal));
  const reversals = kept.map(({ change }) => change).filter((change) => !isEmpty(change));
  const cannot = [...all.flatMap((one) => one.cannot), ...kept.flatMap(({ problems }) => problems)];
  // A line must not go if a viewing of it is not recorded, and with a backfill, it stands for several.
  if (isAllRecorded || !reversals.some(takesLines)) return { reversals, cannot };
  return {
    reversals: reversals.filter((one) => !takesLines(one)),
    cannot: [...cannot, LIST_STAYS],
  };
}

const isEmpty = (change: Reversal) =>
  change.kind === 'records removed' && change.records.length === 0;

async function reverseOne(
  tracker: Tracker,
  change: Change,
  later: readonly Receipt[],
): Promise<ReversedChange> {
  switch (change.kind) {
    case 'records added':
      return reverseAdded(tracker, change.records);
    case 'records restored':
      return reverseAdded(tracker, storedIn(change.records));
    case 'records removed':
      return reverseRemoved(tracker, change.records);
    case 'records moved':
      return reverseMoved(tracker, change.records);
    case 'show named':
    case 'movie named':
      return reverseTitle(tracker, change);
    case 'list edited':
      return reverseList(change, later);
    case 'files removed':
      return { reversals: [], cannot: [] };
  }
}

/** Removes records, if they are still the ones that were added. */
async function reverseAdded(
  tracker: Tracker,
  added: ChangeOf<'records added'>['records'],
): Promise<Reversed> {
  const known = await lookUp(
    tracker,
    added.map(({ id }) => id),
  );
  const present = added.filter(({ id }) => known.has(id));
  const ours = present.filter((one) => isSameRecord(known.get(one.id), one));
  const records = await wholeRecords(
    tracker,
    ours.map(({ id }) => id),
  );
  const others = present.length - ours.length;
  const foreign = ours.length - records.length;
  return {
    reversals: records.length === 0 ? [] : [{ kind: 'records removed', records }],
    cannot: [
      ...recordsThat(
        others,
        'was added by another run or program, and stays',
        'were added by other runs or programs, and stay',
      ),
      ...recordsThat(
        foreign,
        'stays, because it could not be restored later',
        'stay, because they could not be restored later',
      ),
    ],
  };
}

async function reverseRemoved(
  tracker: Tracker,
  removed: readonly WholeRecord[],
): Promise<Reversed> {
  const all = storedIn(removed);
  const known = await lookUp(
    tracker,
    all.map(({ id }) => id),
  );
  const records = all.filter(({ id }) => !known.has(id)).map(({ whole }) => whole);
  const others = all.filter((one) => known.has(one.id) && !isSameViewing(known.get(one.id), one));
  return {
    reversals: records.length === 0 ? [] : [{ kind: 'records restored', records }],
    cannot: others.map(({ name }) => `${name} was recorded again since, and stays as it is`),
  };
}

async function reverseMoved(
  tracker: Tracker,
  moved: ChangeOf<'records moved'>['records'],
): Promise<Reversed> {
  const known = await lookUp(
    tracker,
    moved.map(({ id }) => id),
  );
  const timeOf = (id: string) => known.get(id)?.watched_at;
  const records = moved
    .filter(({ id, from, to }) => from !== to && timeOf(id) === to)
    .map(({ from, to, ...one }) => ({ ...one, from: to, to: from }));
  const changed = moved.filter(({ id, from, to }) => ![from, to].includes(timeOf(id) ?? -1));
  return {
    reversals: records.length === 0 ? [] : [{ kind: 'records moved', records }],
    cannot: changed.map(({ id, name }) => {
      return known.has(id)
        ? `${name} was moved again since, and stays where it is`
        : `${name} was removed since, and cannot be moved`;
    }),
  };
}
