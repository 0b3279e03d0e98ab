import type { ChangeOf } from '../../receipts/receipt.ts';
import type { KeptReceipt } from '../../receipts/receipts.ts';

/** What an account can still take back. */
export interface Past {
  /** The receipts of changes that were not taken back, the oldest first. */
  readonly done: readonly KeptReceipt[];
  /** The receipts of undos that can be taken back by a redo, the oldest first. */
  readonly undone: readonly KeptReceipt[];
  /** The undo or redo that was interrupted, if nothing came after it. */
  readonly interrupted: KeptReceipt | undefined;
}

/** `kept` are all receipts, the oldest first. A new change ends what can be redone, as in an editor. */
export function pastOf(kept: readonly KeptReceipt[]): Past {
  let done: readonly KeptReceipt[] = [];
  let undone: readonly KeptReceipt[] = [];
  for (const receipt of kept) {
    const { takes_back } = receipt;
    const without = (all: readonly KeptReceipt[]) => {
      return all.filter(({ id }) => id !== takes_back?.receipt);
    };
    if (takes_back === undefined) {
      done = [...done, receipt];
      undone = [];
    } else if (takes_back.isDone && takes_back.command === 'undo') {
      done = without(done);
      undone = [...undone, receipt];
    } else if (takes_back.isDone) {
      undone = without(undone);
      done = [...done, receipt];
    }
  }
  const last = kept.at(-1);
  return { done, undone, interrupted: last?.takes_back?.isDone === false ? last : undefined };
}

/** The undo or redo of `target` that was interrupted and has to be continued, if there is one. */
export function interruptedOf(
  kept: readonly KeptReceipt[],
  target: KeptReceipt,
): KeptReceipt | undefined {
  return kept.findLast(({ takes_back }) => takes_back?.receipt === target.id && !takes_back.isDone);
}

/** What a change added, from its own receipt, or from that of its undo, of the redo of that, and so on. */
export function addedBy(
  kept: readonly KeptReceipt[],
  { changes, takes_back }: KeptReceipt,
): ChangeOf<'records added'>['records'] {
  const before = kept.find(({ id }) => id === takes_back?.receipt);
  if (before !== undefined) return addedBy(kept, before);
  return changes.flatMap((change) => (change.kind === 'records added' ? change.records : []));
}
