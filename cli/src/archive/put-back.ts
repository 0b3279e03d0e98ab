import type { Screen } from '../terminal/screen.ts';
import { restoreRecords } from '../tracker/restore-records.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { isRecord } from './items.ts';
import type { ArchiveItem, Rejected } from './read-archive.ts';

export interface PutBack {
  readonly added: readonly ArchiveItem[];
  readonly refused: readonly Rejected[];
}

/** Puts items back that the tracker does not have: records after what they belong to. */
export async function putBack(
  tracker: Tracker,
  screen: Pick<Screen, 'bar'>,
  missing: readonly ArchiveItem[],
): Promise<PutBack> {
  const { records = [], others = [] } = Object.groupBy(missing, ({ id }) =>
    isRecord(id) ? 'records' : 'others',
  );
  // A record that is restored before its show gets a bare one, which is then not replaced.
  const refused = [
    ...(await restoreRecords(tracker, others.map(recordOf))),
    ...(await restoreRecords(
      tracker,
      records.map(recordOf),
      screen.bar('Importing', records.length),
    )),
  ];
  const reasons = new Map(refused.map(({ record, reason }) => [record, reason]));
  return {
    added: missing.filter(({ record }) => !reasons.has(record)),
    refused: missing.flatMap(({ line, record }) => {
      const reason = reasons.get(record);
      return reason === undefined ? [] : [{ line, reason }];
    }),
  };
}

const recordOf = ({ record }: ArchiveItem) => record;
