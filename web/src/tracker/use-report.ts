import { useQuery } from '@tanstack/react-query';
import type { Login, Report, Tracker } from './tracker.ts';
import type { Trouble } from './trouble.ts';

/** Under which key the report is kept, while somebody is signed in. */
export const REPORT_KEY = ['report'];

/** Milliseconds for which a report is not asked for again when the person comes back to the page. */
const FRESH_MS = 60_000;

/** Milliseconds after which a page that is looked at asks again: days begin while one looks. */
const REFRESH_MS = 10 * 60_000;

/** The latest report, with what became of the latest request for one. */
export interface ReportState {
  readonly report: Report | undefined;
  /** Why there was none; until there is one. */
  readonly trouble: Trouble | undefined;
  readonly loading: boolean;
  refresh(): void;
}

/** Loads the report, and again when the person, or the network, comes back. */
export function useReport(tracker: Tracker, login: Login): ReportState {
  const { data, error, isFetching, refetch } = useQuery<Report, Trouble>({
    queryKey: REPORT_KEY,
    queryFn: ({ signal }) => tracker.report(login, signal),
    staleTime: FRESH_MS,
    refetchInterval: REFRESH_MS,
    retry: false,
    // A tracker on this machine answers without a network too.
    networkMode: 'always',
    refetchOnReconnect: ({ state }) => (state.status === 'error' ? 'always' : true),
  });
  return {
    report: data,
    trouble: error ?? undefined,
    loading: isFetching,
    refresh: () => void refetch(),
  };
}
