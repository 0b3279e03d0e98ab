import { basename } from 'node:path';
import type { KeptReceipt, Receipts } from '../receipts/receipts.ts';
import { readStored } from '../tracker/stored.ts';
import type { ArchiveItem } from './read-archive.ts';
import { STANDARD } from './run-export.ts';

/** Notes which records an import is about to add, so that it can be undone. Undefined if there are none. */
export async function keepImportReceipt(
  receipts: Receipts,
  file: string,
  missing: readonly ArchiveItem[],
): Promise<KeptReceipt | undefined> {
  const records = missing.flatMap(({ record }) => {
    // The tracker refuses a record without a time.
    const stored = readStored(record);
    return stored === undefined ? [] : [stored];
  });
  if (records.length === 0) return undefined;
  return receipts.add({
    what: `the import ${file === STANDARD ? 'from standard input' : `of ${basename(file)}`}`,
    changes: [{ kind: 'records added', records: records.map(({ name, ...marks }) => marks) }],
  });
}
