import type { CliContext } from '../context/cli-context.ts';
import { COMMAND } from '../text/command-name.ts';
import { isRefusal } from '../tracker/refusal.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { type KeptReceipt, type NewReceipt, openReceipts } from './receipts.ts';

/** What a report of something that has a receipt ends with. */
export const UNDO_HINT = `If this was a mistake: ${COMMAND} undo`;

/**
 * Keeps a receipt of what a command is about to change. Call it before the first change, with everything
 * that will change, as far as it is known; what then does not happen does no harm, since undo looks at the
 * present state. If the receipt cannot be written, this throws a `Failure`, and the command must not
 * change anything. End the report with `UNDO_HINT`.
 *
 * ```ts
 * const changes = [{ kind: 'records added', records: [{ id, source }] }] as const;
 * await keepReceipt(context, tracker, { what: `another viewing of ${name}`, changes });
 * await tracker.send(endpoints.rewatch, { ids: [of], watched_at, source });
 * ```
 *
 * An import lists the ids that it is about to add as `records added`, without those that the tracker
 * already has, each with the `source` that it will have.
 */
export async function keepReceipt(
  context: Pick<CliContext, 'disks' | 'stateFolder'>,
  tracker: Tracker,
  receipt: NewReceipt,
): Promise<KeptReceipt> {
  return openReceipts(context, tracker).add(receipt);
}

/**
 * Keeps a receipt, then does the `work` that it is about. If the tracker refuses the request, nothing was
 * changed, and the receipt is discarded.
 */
export async function withReceipt<T>(
  context: Pick<CliContext, 'disks' | 'stateFolder'>,
  tracker: Tracker,
  receipt: NewReceipt,
  work: () => Promise<T>,
): Promise<T> {
  const receipts = openReceipts(context, tracker);
  const kept = await receipts.add(receipt);
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error)) await receipts.discard(kept).catch(() => {});
    throw error;
  }
}
