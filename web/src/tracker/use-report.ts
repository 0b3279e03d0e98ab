import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Login, parseReport, type Report, type Tracker } from './tracker.ts';
import type { Trouble } from './trouble.ts';

/** Query key of the report. */
export const REPORT_KEY = ['report'];

/** Milliseconds for which a report stays fresh: coming back to the page does not refresh it. */
const FRESH_MS = 60_000;

/** Milliseconds after which an open page refreshes, since a new day may have begun. */
const REFRESH_MS = 10 * 60_000;

/** Where the last report is kept for the next time that the tracker cannot be reached. */
export interface KeptReport {
  keep(report: Report): void;
  /** What was kept; undefined if nothing was. */
  get(): Promise<unknown>;
}

export interface ReportState {
  readonly report: Report | undefined;
  /** Why the latest request failed. */
  readonly trouble: Trouble | undefined;
  readonly loading: boolean;
  refresh(): void;
}

/**
 * Loads the report, and refreshes it when the person or the network comes back. If there is no answer, this is
 * the last report that was kept, if any. `kept` is undefined for somebody who does not stay signed in.
 */
export function useReport(
  tracker: Tracker,
  login: Login,
  kept: KeptReport | undefined,
): ReportState {
  const { data, error, isFetching, refetch } = useQuery<Report, Trouble>({
    queryKey: REPORT_KEY,
    async queryFn({ signal }) {
      const report = await tracker.report(login, signal);
      kept?.keep(report);
      return report;
    },
    staleTime: FRESH_MS,
    refetchInterval: REFRESH_MS,
    refetchOnReconnect: ({ state }) => (state.status === 'error' ? 'always' : true),
  });
  const earlier = useEarlier(kept, error !== null && data === undefined);
  return {
    report: data ?? earlier.report,
    trouble: earlier.isLoading ? undefined : (error ?? undefined),
    loading: isFetching,
    refresh: () => void refetch(),
  };
}

/** The report that was kept earlier, once it is needed. */
function useEarlier(kept: KeptReport | undefined, isNeeded: boolean) {
  const [found, setFound] = useState<{ readonly report: Report | undefined }>();
  useEffect(() => {
    if (!isNeeded || kept === undefined) return;
    void kept.get().then((value) => setFound({ report: parseReport(value) }));
  }, [isNeeded, kept]);
  return {
    report: isNeeded ? found?.report : undefined,
    isLoading: isNeeded && kept !== undefined && found === undefined,
  };
}
