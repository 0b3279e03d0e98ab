import { Button } from '@mantine/core';
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { Filters } from '../routes/routes.ts';
import type { Report, WatchedRecord } from '../tracker/tracker.ts';
import { groupByDay, shownSeconds } from './day-groups.ts';
import { DaySection } from './day-section.tsx';

export interface RecordListProps {
  readonly records: readonly WatchedRecord[];
  readonly report: Report;
  readonly filters: Filters;
  readonly hasOlder: boolean;
  readonly isLoadingOlder: boolean;
  onLoadOlder(): void;
}

/** How many records are on the page at once when somebody comes back to a long list. */
const FIRST = 50;

/** Records by day, and a button for older ones, which the page presses itself when it comes near. */
export function RecordList({ records, report, filters, ...older }: RecordListProps) {
  // React shows thousands of them in small steps, so that the page stays responsive.
  const shown = useDeferredValue(records, records.slice(0, FIRST));
  const steady = useDeferredValue(report);
  const { history } = steady;
  const groups = useMemo(() => groupByDay(shown, history), [shown, history]);
  const days = useMemo(() => new Map(history.days.map((day) => [day.date, day])), [history]);
  return (
    <>
      {groups.map((group) => (
        <DaySection
          key={group.date}
          group={group}
          report={steady}
          seconds={shownSeconds(days.get(group.date), filters)}
        />
      ))}
      {older.hasOlder && <Older {...older} count={records.length} />}
    </>
  );
}

interface OlderProps extends Pick<RecordListProps, 'isLoadingOlder' | 'onLoadOlder'> {
  readonly count: number;
}

function Older({ count, isLoadingOlder, onLoadOlder }: OlderProps) {
  const button = useRef<HTMLButtonElement>(null);
  const load = useEffectEvent(() => isLoadingOlder || onLoadOlder());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button can still be near with more records.
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && load(),
      { rootMargin: '600px' },
    );
    if (button.current) observer.observe(button.current);
    return () => observer.disconnect();
  }, [count]);
  return (
    <Button
      ref={button}
      className="show-older"
      variant="light"
      aria-disabled={isLoadingOlder}
      onClick={() => isLoadingOlder || onLoadOlder()}
    >
      Show older
    </Button>
  );
}
