import type { KnownKind } from '@immersion-tracker/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { capitalised } from '../../text/kind-words.ts';
import type { Report, WatchedRecord } from '../../tracker/tracker.ts';
import { Card } from '../../ui/card.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { GroupList } from './group-list.tsx';

const ORDERS = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
] as const;

export interface GroupRecordsProps {
  readonly kind: KnownKind;
  readonly report: Report;
  readonly watched: UseQueryResult<readonly WatchedRecord[]>;
}

/** Everything of a show, movie, channel or podcast that was watched. */
export function GroupRecords({ kind, report, watched }: GroupRecordsProps) {
  const [order, setOrder] = useState<(typeof ORDERS)[number]['value']>('newest');
  const { data, error, isFetching, refetch } = watched;
  const records = useMemo(
    () => (order === 'oldest' ? data?.toReversed() : data) ?? [],
    [data, order],
  );
  const title = kind.group === null ? 'Viewings' : capitalised(kind.nouns.shortRecord[1]);
  return (
    <Card
      className="group-records"
      title={title}
      aside={
        records.length > 1 && (
          <SegmentedControl
            label="Order"
            value={order}
            options={ORDERS}
            onChange={(next) => setOrder(next)}
          />
        )
      }
    >
      {error && (
        <p className="library-problem" role="alert">
          Could not load the list. {error.message}{' '}
          <button type="button" className="text-link" onClick={() => void refetch()}>
            {isFetching ? 'Trying again…' : 'Try again'}
          </button>
        </p>
      )}
      {records.length > 0 && <GroupList key={order} records={records} report={report} />}
    </Card>
  );
}
