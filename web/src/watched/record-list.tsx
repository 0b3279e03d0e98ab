import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { Filters } from '../routes/routes.ts';
import type { Report, WatchedRecord } from '../tracker/tracker.ts';
import { Button } from '../ui/button.tsx';
import { groupByDay, shownSeconds } from './day-groups.ts';
import { DaySection } from './day-section.tsx';
import { listItems } from './list-items.ts';
import { useLines } from './use-lines.ts';

export interface RecordListProps {
  readonly records: readonly WatchedRecord[];
  readonly report: Report;
  readonly filters: Filters;
  readonly hasOlder: boolean;
  readonly isLoading: boolean;
  onLoadOlder(): void;
}

/** Records by day, and a button for older ones, which the page presses itself when it comes near. */
export function RecordList({ records, report, filters, ...older }: RecordListProps) {
  const { history } = report;
  const items = useMemo(() => listItems(groupByDay(records, history)), [records, history]);
  const days = useMemo(() => new Map(history.days.map((day) => [day.date, day])), [history]);
  const { list, lines, below, measure } = useLines(items);
  const shown = lines.flatMap((line) => {
    const item = items[line.index];
    return item === undefined ? [] : { ...line, item };
  });
  return (
    <>
      <div ref={list} style={{ paddingBottom: below }}>
        {[...Map.groupBy(shown, ({ item }) => item.group.date)].map(([date, ofDay]) => (
          <DaySection
            key={date}
            date={date}
            lines={ofDay}
            report={report}
            seconds={shownSeconds(days.get(date), filters)}
            measure={measure}
          />
        ))}
      </div>
      {older.hasOlder && <Older {...older} count={records.length} />}
    </>
  );
}

interface OlderProps extends Pick<RecordListProps, 'isLoading' | 'onLoadOlder'> {
  readonly count: number;
}

function Older({ count, isLoading, onLoadOlder }: OlderProps) {
  const button = useRef<HTMLButtonElement>(null);
  const load = useEffectEvent(() => isLoading || onLoadOlder());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button can still be near with more records.
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && load(),
      { rootMargin: '600px' },
    );
    if (button.current) observer.observe(button.current);
    return () => observer.disconnect();
  }, [count, isLoading]);
  return (
    <Button
      ref={button}
      className="show-older"
      variant="light"
      aria-disabled={isLoading}
      onClick={() => isLoading || onLoadOlder()}
    >
      Show older
    </Button>
  );
}
