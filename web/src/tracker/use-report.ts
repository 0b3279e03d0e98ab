import { useQuery } from '@tanstack/react-query';
import type { Login, Report, Tracker } from './tracker.ts';
import type { Trouble } from './trouble.ts';

/** Query key of the report. */
export const REPORT_KEY = ['report'];

/** Milliseconds for which a report stays fresh: coming back to the page does not refresh it. */
const FRESH_MS = 60_000;

/** Milliseconds after which an open page refreshes, since a new day may have begun. */
const REFRESH_MS = 10 * 60_000;

export interface ReportState {
  readonly report: Report | undefined;
  /** Why the latest request failed. */
  readonly trouble: Trouble | undefined;
  readonly loading: boolean;
  refresh(): void;
}

/** Loads the report, and refreshes it when the person or the network comes back. */
export function useReport(tracker: Tracker, login: Login): ReportState {
  const { data, error, isFetching, refetch } = useQuery<Report, Trouble>({
    queryKey: REPORT_KEY,
    queryFn: ({ signal }) => tracker.report(login, signal),
    staleTime: FRESH_MS,
    refetchInterval: REFRESH_MS,
    retry: false,
    // A tracker on this machine answers even without a network.
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
