import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback } from 'react';
import { RecordRow } from '../../records/record-row.tsx';
import type { Report, WatchedRecord } from '../../tracker/tracker.ts';
import { usePlace } from '../use-place.ts';

/** In pixels, until a row is measured. */
const ROW_HEIGHT = 56;
/** Up to this many rows are all rendered, for the browser's own search and for printing. */
const FEW = 100;
/** Rows that are rendered beyond either edge of the screen. */
const OVERSCAN = 10;

export interface GroupListProps {
  readonly records: readonly WatchedRecord[];
  readonly report: Report;
}

/** A list that renders only the rows on the screen. */
export function GroupList({ records, report }: GroupListProps) {
  const [{ top }, measure] = usePlace();
  // The virtualizer discards its measurements when this function changes.
  const keyOf = useCallback((index: number) => records[index]?.id ?? index, [records]);
  const virtual = useWindowVirtualizer({
    count: records.length,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: keyOf,
    overscan: records.length <= FEW ? records.length : OVERSCAN,
    scrollMargin: top,
  });
  const rows = virtual.getVirtualItems();
  const above = (rows[0]?.start ?? top) - top;
  const below = virtual.getTotalSize() - ((rows.at(-1)?.end ?? top) - top);
  return (
    <ul className="group-list" ref={measure} style={{ paddingBlock: `${above}px ${below}px` }}>
      {rows.map(({ index, key }) => {
        const record = records[index];
        return (
          record && (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={records.length}
              aria-posinset={index + 1}
            >
              <RecordRow record={record} report={report} variant="group" />
            </li>
          )
        );
      })}
    </ul>
  );
}
