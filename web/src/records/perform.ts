import { endpoints } from '@immersion-tracker/contract';
import type { QueryClient } from '@tanstack/react-query';
import { dayOf } from '../days/day-of.ts';
import type { Report, WatchedRecord } from '../tracker/tracker.ts';
import { Trouble } from '../tracker/trouble.ts';
import { REPORT_KEY } from '../tracker/use-report.ts';
import type { Session } from '../tracker/use-session.ts';
import { correctPages, type WatchedPages, type WatchedQuery } from './correct-pages.ts';
import { type CorrectionQueue, createCorrectionQueue } from './correction-queue.ts';
import { type Correction, correctList, correctReport, inverse } from './corrections.ts';
import { WATCHED_KEY } from './use-watched.ts';

/**
 * `gone`: another program removed the record. `unknown`: the answer was lost, so the tracker may or may not have
 * made the correction.
 */
export type Outcome = 'saved' | 'unsaved' | 'gone' | 'unknown';

/** One for each session, so that corrections from any part of the page wait for each other. */
const queues = new WeakMap<Session, CorrectionQueue>();

/** Makes a correction: at once on the page, then at the tracker. If that fails, the page takes it back. */
export async function perform(
  correction: Correction,
  request: () => Promise<unknown>,
  { session, queries }: { readonly session: Session; readonly queries: QueryClient },
): Promise<Outcome> {
  const queue = queues.get(session) ?? createCorrectionQueue(() => void session.reload());
  queues.set(session, queue);
  correctCaches(queries, correction);
  return queue.add(async () => {
    try {
      await request();
      return 'saved';
    } catch (error) {
      const outcome = await outcomeOf(error, correction, session);
      if (outcome !== 'saved') correctCaches(queries, inverse(correction));
      return outcome;
    }
  });
}

/**
 * Asks the tracker whether a correction took place if its answer was lost, or if it was an error that the tracker,
 * or a proxy that did not wait for it, may have sent in spite of the correction.
 */
async function outcomeOf(
  error: unknown,
  { type, record, to }: Correction,
  { send }: Session,
): Promise<Outcome> {
  if (error instanceof Trouble && error.code === 'unknown_ids') return 'gone';
  if (!(error instanceof Trouble) || isRefusal(error)) return 'unsaved';
  try {
    const { known } = await send(endpoints.lookup, { ids: [record.id] });
    const isThere = known.some(({ watched_at }) => type !== 'move' || watched_at === to);
    return isThere === (type !== 'remove') ? 'saved' : 'unsaved';
  } catch {
    return 'unknown';
  }
}

const isRefusal = ({ status = 0 }: Trouble): boolean => status >= 400 && status < 500;

/** Shows a correction in every list and sum that the page has loaded. */
function correctCaches(queries: QueryClient, correction: Correction): void {
  // Their answers may be from before the correction.
  void queries.cancelQueries({ queryKey: REPORT_KEY });
  void queries.cancelQueries({ queryKey: [WATCHED_KEY] });
  const report = queries.getQueryData<Report>(REPORT_KEY);
  if (report === undefined) return;
  queries.setQueryData(REPORT_KEY, correctReport(report, correction));
  const dayAt = (moment: number) => dayOf(moment, report.history);
  for (const [key, data] of queries.getQueriesData<WatchedPages | WatchedRecord[]>({
    queryKey: [WATCHED_KEY],
  })) {
    if (data !== undefined) queries.setQueryData(key, correctData(key, data, correction, dayAt));
  }
}

/** Corrects a list: pages of a query, or all records of one group under `['watched', 'group', kind, id]`. */
function correctData(
  key: readonly unknown[],
  data: WatchedPages | readonly WatchedRecord[],
  correction: Correction,
  dayAt: (moment: number) => string,
) {
  if ('pages' in data) return correctPages(data, key[1] as WatchedQuery, correction, dayAt);
  const [, , kind, id] = key;
  return correctList(data, correction, (one) => one.kind === kind && one.group_id === id);
}
