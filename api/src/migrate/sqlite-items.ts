import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Column, columnsOf, quoted } from '../store/sqlite-columns.ts';
import { guarded } from '../store/sqlite-errors.ts';
import type { WholeItem } from './item.ts';

/** Rows read at a time. */
const PAGE_ROWS = 1000;

/** The columns by name, as SQL has them. */
export const columnList = (columns: readonly Column[]): string =>
  columns.map(({ name }) => quoted(name)).join(', ');

/** The partition's items with the values of all columns. */
export async function* readItems(
  database: DatabaseSync,
  pk: string,
  signal: AbortSignal,
): AsyncGenerator<WholeItem[]> {
  const page = database.prepare(
    `SELECT ${columnList(columnsOf(database))} FROM items
     WHERE pk = ? AND sk >= ? ORDER BY sk LIMIT ${PAGE_ROWS}`,
  );
  // Integers may have 64 bits, of which a JavaScript number would keep 53.
  page.setReadBigInts(true);
  let from = '';
  while (true) {
    const rows = await guarded(signal, () => page.all(pk, from));
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => wholeItem(pk, row));
    from = `${last.sk}\0`;
    await yieldToOthers();
  }
}

function wholeItem(pk: string, row: Readonly<Record<string, SQLOutputValue>>): WholeItem {
  const entries = Object.entries(row).flatMap(([name, value]) =>
    value === null ? [] : [[name, attributeValue(value)] as const],
  );
  return { pk, sk: `${row.sk}`, attributes: Object.fromEntries(entries) };
}

function attributeValue(value: Exclude<SQLOutputValue, null>): AttributeValue {
  if (typeof value === 'string') return { S: value };
  return value instanceof Uint8Array ? { B: value } : { N: `${value}` };
}
