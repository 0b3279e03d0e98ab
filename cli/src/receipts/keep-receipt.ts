import type { CliContext } from '../context/cli-context.ts';
import { Stopped } from '../errors/failure.ts';
import { COMMAND } from '../text/command-name.ts';
import { isRefusal } from '../tracker/refusal.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { type NewReceipt, openReceipts, type Receipts } from './receipts.ts';

/** What a report of something that has a receipt ends with. */
export const UNDO_HINT = `If this was a mistake: ${COMMAND} undo`;

/**
 * For `catch`: adds to a `Stopped` what to run next if the command kept a receipt, and throws every error on.
 */
export const whatNext =
  (receipts: Receipts, advice = `To take back what was done: ${COMMAND} undo`) =>
  async (error: unknown): Promise<never> => {
    const isUndoable = error instanceof Stopped && (await receipts.canUndoNew().catch(() => false));
    throw isUndoable ? new Stopped(...error.advice, advice) : error;
  };

/**
 * Keeps a receipt of everything that the `work` is about to change, as far as it is known, then does the
 * work. What then does not happen does no harm, since undo looks at the present state. If the receipt cannot
 * be written, this throws a `Failure`, and nothing is changed. If the tracker refuses the request, nothing
 * was changed, and the receipt is discarded. End the report with `UNDO_HINT`.
 *
 * ```ts
 * const changes = [{ kind: 'records added', records: [{ id, source }] }] as const;
 * await withReceipt(context, tracker, { what: `another viewing of ${name}`, changes }, () =>
 *   tracker.send(endpoints.rewatch, { ids: [of], watched_at, source }),
 * );
 * ```
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
    return whatNext(receipts)(error);
  }
}
