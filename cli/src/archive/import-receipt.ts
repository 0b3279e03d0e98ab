import { basename } from 'node:path';
import { epochSeconds } from '@immersion-tracker/contract';
import * as z from 'zod';
import type { CliContext } from '../context/cli-context.ts';
import { keepReceipt } from '../receipts/keep-receipt.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { isRecord } from './items.ts';
import type { ArchiveItem } from './read-archive.ts';

/** What tells a record from another one with its id. The tracker refuses a record without a time. */
const marks = z.object({
  source: z.string().nullable().catch(null),
  timestamp: epochSeconds().optional().catch(undefined),
});

/** Notes which records an import is about to add, so that it can be undone. False if there are none. */
export async function keepImportReceipt(
  context: Pick<CliContext, 'disks' | 'stateFolder'>,
  tracker: Tracker,
  file: string,
  missing: readonly ArchiveItem[],
): Promise<boolean> {
  const records = missing.flatMap(({ id, record }) => {
    if (!isRecord(id)) return [];
    const { source, timestamp: watched_at } = marks.parse(record);
    return { id, source, ...(watched_at !== undefined && { watched_at }) };
  });
  if (records.length === 0) return false;
  const changes = [{ kind: 'records added', records }] as const;
  await keepReceipt(context, tracker, {
    what: `the import of ${basename(file)}`,
    changes: [...changes],
  });
  return true;
}
