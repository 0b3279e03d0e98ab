import { endpoints, type WholeRecord } from '@immersion-tracker/contract';
import { useQueryClient } from '@tanstack/react-query';
import { fullName } from '../days/day-names.ts';
import { dayOf } from '../days/day-of.ts';
import { useFormats } from '../text/use-formats.ts';
import type { Report, WatchedRecord } from '../tracker/tracker.ts';
import { useSession } from '../tracker/use-session.ts';
import { type Toast, useToast } from '../ui/toasts.tsx';
import { type Correction, inverse, rewatchOf } from './corrections.ts';
import { type Outcome, perform } from './perform.ts';

/** A correction, the request that makes it, and what to say when it is done. */
interface Step {
  readonly correction: Correction;
  readonly done: string;
  send(): Promise<unknown>;
  /** The request that takes it back; undefined if nothing can. */
  undo?(): (() => Promise<unknown>) | undefined;
}

const FAILURES: Readonly<Record<Exclude<Outcome, 'saved'>, string>> = {
  unsaved: 'Could not save. Your record is unchanged.',
  gone: 'This record was removed elsewhere.',
  unknown: 'Could not reach the tracker.',
};

/** Corrects records, each with a message that offers to undo it. */
export function useCorrections({ history }: Report) {
  const session = useSession();
  const queries = useQueryClient();
  const show = useToast();
  const formats = useFormats();
  const { send } = session;

  async function attempt(step: Step): Promise<Toast> {
    const { correction, done } = step;
    const outcome = await perform(correction, step.send, { session, queries });
    if (outcome === 'gone') return { message: FAILURES.gone };
    if (outcome !== 'saved') {
      const action = { name: 'Try again', run: () => attempt(step) };
      return { message: FAILURES[outcome], action };
    }
    const undo = step.undo?.();
    if (undo === undefined) return { message: done };
    const back = { correction: inverse(correction), done: 'Undone.', send: undo };
    return { message: done, action: { name: 'Undo', run: () => attempt(back) } };
  }

  const start = (step: Step) => void attempt(step).then(show);

  return {
    move(record: WatchedRecord, to: number) {
      const { id, watched_at } = record;
      const date = dayOf(to, history);
      start({
        correction: { type: 'move', record, to },
        done: `Moved to ${fullName(date, history.today, formats)}.`,
        send: () => send(endpoints.updateWatched, { id, watched_at: to }),
        undo: () => () => send(endpoints.updateWatched, { id, watched_at }),
      });
    },

    watchAgain(record: WatchedRecord) {
      const now = Math.floor(Date.now() / 1000);
      const rewatch = rewatchOf(record, now);
      start({
        correction: { type: 'add', record: rewatch, to: now },
        done: `Watched again, today at ${formats.clock(now * 1000, history.time_zone)}.`,
        send: () => send(endpoints.rewatch, { ids: [record.id], watched_at: now }),
        undo: () => () => send(endpoints.remove, { ids: [rewatch.id] }),
      });
    },

    remove(record: WatchedRecord) {
      const ids = [record.id];
      // Kept from the first attempt: if only its answer was lost, there is nothing left to fetch.
      let receipt: WholeRecord[] = [];
      start({
        correction: { type: 'remove', record, to: record.watched_at },
        done: `Removed “${record.title}”.`,
        async send() {
          if (receipt.length === 0) receipt = (await send(endpoints.getRecords, { ids })).records;
          await send(endpoints.remove, { ids });
        },
        undo: () =>
          receipt.length === 0 ? undefined : () => send(endpoints.restore, { records: receipt }),
      });
    },
  };
}
