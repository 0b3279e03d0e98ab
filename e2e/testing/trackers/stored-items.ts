import { DatabaseSync } from 'node:sqlite';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { documentsOf, type RunningHost } from './hosts.ts';

export type StoredItem = Readonly<Record<string, unknown>>;

/** The items of all users, as another program reads them from the table. */
export async function storedItems({ items }: RunningHost): Promise<StoredItem[]> {
  if ('file' in items) {
    using database = new DatabaseSync(items.file, { readOnly: true });
    return database.prepare('SELECT * FROM items').all().map(withoutNulls);
  }
  const found: StoredItem[] = [];
  const client = documentsOf(items.dynamodb);
  for await (const page of paginateScan({ client }, { TableName: 'immersion_tracker' })) {
    found.push(...(page.Items ?? []));
  }
  return found;
}

/** SQLite has every attribute as a column. */
const withoutNulls = (row: StoredItem): StoredItem =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
