import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { lazy } from '@immersion-tracker/contract';
import {
  type Attributes,
  attributeValue,
  exactNumber,
  inJson,
  ownValue,
  plainValue,
  recordOf,
} from '../attributes.ts';
import { storeBroken } from '../unavailable.ts';
import { OTHER_ATTRIBUTES } from '../whole-item.ts';
import type { Column } from './columns.ts';

// How a row stores the attributes of an item: each in the column of its name, if that can store its
// exact value, and otherwise in the column of other attributes. That is a JSON object with values in
// DynamoDB's JSON format, such as {"rating":{"N":"5"}}. A value in it counts only while the column of
// that name is unset. A required column is unset if it is '', and null in the object means that the
// item does not have the attribute.

export type Row = Readonly<Record<string, SQLOutputValue>>;

const otherAttributes = lazy(() => {
  const value = attributeValue().nullable();
  return recordOf(() => value);
});

/** Converts attributes to the values of columns. A column that is not in the row is NULL. */
export function toRow(
  columns: ReadonlyMap<string, Column>,
  attributes: Attributes,
): Record<string, SQLInputValue> {
  const row: [string, SQLInputValue][] = [];
  const others: [string, AttributeValue | null][] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const column = name === OTHER_ATTRIBUTES ? undefined : columns.get(name);
    const stored = column && columnValue(column.type, value);
    if (stored !== undefined) row.push([name, stored]);
    else others.push([name, value]);
    if (stored === undefined && column?.required) row.push([name, '']);
  }
  for (const [name, { required }] of columns) {
    if (!required || Object.hasOwn(attributes, name)) continue;
    row.push([name, '']);
    others.push([name, null]);
  }
  if (others.length > 0) row.push([OTHER_ATTRIBUTES, inJson(Object.fromEntries(others))]);
  return Object.fromEntries(row);
}

/** The value of a column, or undefined if it cannot store exactly that value. */
function columnValue(type: string, { S, B, N }: AttributeValue): SQLInputValue | undefined {
  if (S !== undefined) return takes(type, 'TEXT') ? S : undefined;
  if (B !== undefined) return takes(type, 'BLOB') ? B : undefined;
  if (N === undefined) return undefined;
  if (takes(type, 'INTEGER', 'INT') && /^-?\d+$/.test(N)) {
    const integer = BigInt(N);
    if (BigInt.asIntN(64, integer) === integer) return integer;
  }
  return takes(type, 'REAL') ? exactNumber(N) : undefined;
}

const takes = (type: string, ...types: readonly string[]): boolean =>
  type === 'ANY' || types.includes(type);

/**
 * Converts a row to attributes. Its integers must be bigints, so that they keep all digits. Throws a 503
 * that names the item if its other attributes are not in DynamoDB's JSON format.
 */
export function fromRow({ [OTHER_ATTRIBUTES]: json, ...columns }: Row): Attributes {
  const { data: others, error } = otherAttributes().safeParse(jsonIn(json));
  if (error !== undefined) {
    const what = `${OTHER_ATTRIBUTES} of ${JSON.stringify(columns.sk)} in ${columns.pk}`;
    throw storeBroken(`has ${what} that are not in DynamoDB's JSON format`, error);
  }
  const set = Object.entries(columns).flatMap(([name, value]) =>
    value === null || (isUnset(value) && Object.hasOwn(others, name))
      ? []
      : [[name, inDynamodb(value)] as const],
  );
  const other = Object.entries(others).flatMap(([name, value]) =>
    value === null || !isUnset(ownValue(columns, name)) ? [] : [[name, value] as const],
  );
  return Object.fromEntries([...set, ...other]);
}

/** The object in the column, or undefined if it is not JSON. The column's check accepts JSON5 as well. */
function jsonIn(json: SQLOutputValue | undefined): unknown {
  if (typeof json !== 'string') return {};
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function inDynamodb(value: Exclude<SQLOutputValue, null>): AttributeValue {
  if (typeof value === 'string') return { S: value };
  return value instanceof Uint8Array ? { B: value } : { N: `${value}` };
}

/** A row for parsing by a schema, with the values that did not fit their columns. */
export function withOtherAttributes(row: Row): Readonly<Record<string, unknown>> {
  const json = row[OTHER_ATTRIBUTES];
  if (typeof json !== 'string') return row;
  const { data: others = {} } = otherAttributes().safeParse(jsonIn(json));
  const counting = Object.entries(others).filter(([name]) => isUnset(ownValue(row, name)));
  return {
    ...row,
    ...Object.fromEntries(
      counting.map(([name, value]) => [name, value === null ? null : plainValue(value)] as const),
    ),
  };
}

const isUnset = (value: SQLOutputValue | undefined): boolean =>
  value === undefined || value === null || value === '';
