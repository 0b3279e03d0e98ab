import type { Disk } from '../../disk/disk.ts';
import { errorInWords } from '../../errors/error-in-words.ts';
import type { ChangeOf, Reversal } from '../../receipts/receipt.ts';
import { isRefusal } from '../../tracker/refusal.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { carryOutList } from './carry-out-list.ts';
import { move, remove, restore } from './carry-out-records.ts';
import { editable, keepRecordsOf, textOf } from './line-records.ts';
import { LIST_STAYS, takesLines } from './list-stays.ts';
import { carryOutTitle } from './titles.ts';

export interface Hands {
  readonly tracker: Tracker;
  /** For `watched.txt`. */
  readonly disk: Disk;
  /** Whether some of the changes may have been made before. */
  readonly isResumed?: boolean;
  /** What a sync recorded whose lines are to leave the list again. */
  readonly added?: ChangeOf<'records added'>['records'];
}

export interface CarriedOut {
  /** The changes, with the records that were removed, each as it was then. */
  readonly changes: readonly Reversal[];
  /** What did not work, in words. */
  readonly problems: readonly string[];
}

/**
 * Additions come before removals, so that whatever ends the program in between, each viewing is still in
 * the tracker or in the list.
 */
const ORDER: readonly Reversal['kind'][] = [
  'records restored',
  'records moved',
  'show named',
  'movie named',
  'list edited',
  'records removed',
];

/**
 * Makes changes, each only if the present state is still the one that it starts from. It can be run again
 * after an interruption. A line leaves the list only while its viewing is recorded, and a record goes only
 * once its line is back.
 */
export async function carryOut(hands: Hands, changes: readonly Reversal[]): Promise<CarriedOut> {
  const rank = (one: Reversal) => (takesLines(one) ? ORDER.length : ORDER.indexOf(one.kind));
  const done: Reversal[] = [];
  let problems: readonly string[] = [];
  let missingLines: readonly string[] = [];
  for (const planned of changes.toSorted((a, b) => rank(a) - rank(b))) {
    const isUnsafe = takesLines(planned) && problems.length > 0;
    const { change, problems: kept } = keepRecordsOf(missingLines, planned);
    const result: One = isUnsafe ? LEFT : await carryOutOne(hands, change);
    done.push(result.change ?? change);
    problems = [...problems, ...kept, ...result.problems];
    missingLines = [...missingLines, ...(result.missingLines ?? [])];
  }
  return { changes: done, problems };
}

const LEFT = { problems: [LIST_STAYS] };

interface One {
  readonly change?: Reversal;
  readonly problems: readonly string[];
  /** Lines, in base64, that could not be put back. */
  readonly missingLines?: readonly string[];
}

async function carryOutOne(
  { tracker, disk, isResumed = false, added = [] }: Hands,
  change: Reversal,
): Promise<One> {
  switch (change.kind) {
    case 'records removed': {
      const { records, problems } = await remove(tracker, change.records);
      const removed = new Map(records.map((one) => [one.sk, one]));
      // An interrupted attempt may have removed the others.
      const all = isResumed ? change.records.map((one) => removed.get(one.sk) ?? one) : records;
      return { change: { ...change, records: all }, problems };
    }
    case 'records restored':
      return { problems: await restore(tracker, change.records) };
    case 'records moved':
      return { problems: await move(tracker, change.records) };
    case 'show named':
    case 'movie named':
      return { problems: await unlessRefused(() => carryOutTitle(tracker, change)) };
    case 'list edited':
      return editLines({ tracker, disk, added }, change);
  }
}

async function editLines(
  { tracker, disk, added }: Required<Pick<Hands, 'tracker' | 'disk' | 'added'>>,
  change: ChangeOf<'list edited'>,
): Promise<One> {
  const lines = await editable(tracker, change.lines, added);
  const staying = change.lines.filter((one) => !lines.includes(one));
  const edit = { ...change, lines };
  const { problems, isEdited } = lines.length === 0 ? NOT_NEEDED : await carryOutList(disk, edit);
  const missing = lines.filter(({ from, to }) => !isEdited && to > from);
  return {
    change: edit,
    problems: [
      ...staying.map(({ line }) => `${change.path} keeps ${textOf(line)}, which is not recorded`),
      ...problems,
    ],
    missingLines: missing.map(({ line }) => line),
  };
}

const NOT_NEEDED = { problems: [], isEdited: true };

/** Turns a refusal of the tracker into words, and rejects with any other error. */
async function unlessRefused(work: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await work();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return [errorInWords(error)];
  }
}
