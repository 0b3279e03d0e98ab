import type { SQLInputValue } from 'node:sqlite';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Column } from '../store/sqlite-columns.ts';
import { canonical, wholeNumber } from './decimal.ts';
import type { WholeItem } from './item.ts';
import type { Fitted } from './ports.ts';

/** What the columns hold of an item, and what is lost where an attribute has no column or no fit. */
export function fitColumns(columns: readonly Column[], item: WholeItem): Fitted {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const attributes: Record<string, AttributeValue> = {};
  const losses: string[] = [];
  for (const [name, value] of Object.entries(item.attributes)) {
    const column = byName.get(name);
    const fitting = column && columnValue(column, value);
    if (column === undefined) losses.push(`${name} has no column`);
    else if (fitting === null || fitting === undefined)
      losses.push(`${name} does not fit its column (${column.type})`);
    else {
      if (isRounded(value, fitting)) losses.push(`${name} is rounded to 17 digits`);
      attributes[name] = typeof fitting === 'number' ? { N: `${fitting}` } : value;
    }
  }
  const isWhole = columns.every(({ name, required }) => !required || name in attributes);
  return { item: isWhole ? { ...item, attributes } : undefined, losses };
}

/** The value for the column; null where there is none, or the column's type cannot hold it. */
export function columnValue(
  { type }: Column,
  value: AttributeValue | undefined,
): Exclude<SQLInputValue, undefined> {
  const any = type === 'ANY';
  if (value?.S !== undefined) return any || type === 'TEXT' ? value.S : null;
  if (value?.B !== undefined) return any || type === 'BLOB' ? value.B : null;
  if (value?.N === undefined) return null;
  const whole = wholeNumber(value.N);
  const integer = whole !== undefined && BigInt.asIntN(64, whole) === whole ? whole : null;
  if (type === 'INTEGER' || type === 'INT') return integer;
  if (any && integer !== null) return integer;
  return any || type === 'REAL' ? Number(value.N) : null;
}

function isRounded({ N }: AttributeValue, fitting: SQLInputValue): boolean {
  return typeof fitting === 'number' && N !== undefined && canonical(`${fitting}`) !== canonical(N);
}
