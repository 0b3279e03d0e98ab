import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Column, OTHER_ATTRIBUTES, quoted } from './columns.ts';

// How the attributes of an item are kept in a row: each in the column of its name if its value fits
// there, else in the column of the other attributes, a JSON object. Its values are written as
// DynamoDB writes them in JSON, such as {"rating":{"N":"5"}}, and count while the column of that name
// is unset. If that column must be set, it is '', and null in the object says that there is no value.

/** By name, as DynamoDB has them: it can hold whatever SQLite can, and numbers are text with all digits. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** By name of the column. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

const bytes = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));

const attributeValue: z.ZodType<AttributeValue> = z.union([
  z.strictObject({ S: z.string() }),
  z.strictObject({ N: z.string() }),
  z.strictObject({ B: bytes }),
  z.strictObject({ BOOL: z.boolean() }),
  z.strictObject({ NULL: z.literal(true) }),
  z.strictObject({ SS: z.array(z.string()) }),
  z.strictObject({ NS: z.array(z.string()) }),
  z.strictObject({ BS: z.array(bytes) }),
  z.strictObject({ L: z.lazy(() => z.array(attributeValue)) }),
  z.strictObject({ M: z.lazy(() => z.record(z.string(), attributeValue)) }),
]);

const otherAttributes = z.record(z.string(), attributeValue.nullable());

/** The attributes by column. */
export function toRow(
  columns: readonly Column[],
  attributes: Attributes,
): Record<string, SQLInputValue> {
  const row: Record<string, SQLInputValue> = {};
  const others: Record<string, AttributeValue | null> = { ...attributes };
  for (const { name, type, required } of columns) {
    const value = name === OTHER_ATTRIBUTES ? undefined : columnValue(type, attributes[name]);
    if (value !== undefined) {
      row[name] = value;
      delete others[name];
    } else if (required) {
      row[name] = '';
      others[name] ??= null;
    }
  }
  return Object.keys(others).length === 0 ? row : { ...row, [OTHER_ATTRIBUTES]: inJson(others) };
}

/** Undefined if the column cannot hold the very same value. */
function columnValue(type: string, value: AttributeValue | undefined): SQLInputValue | undefined {
  const { S, B, N } = value ?? {};
  const takes = (...types: string[]) => type === 'ANY' || types.includes(type);
  if (S !== undefined && takes('TEXT')) return S;
  if (B !== undefined && takes('BLOB')) return B;
  if (N === undefined) return undefined;
  if (takes('INTEGER', 'INT') && /^-?\d+$/.test(N) && BigInt.asIntN(64, BigInt(N)) === BigInt(N)) {
    return BigInt(N);
  }
  const real = Number(N);
  return takes('REAL') && numberKey(N) === numberKey(`${real}`) ? real : undefined;
}

/** The same for all ways to write one number, with up to the 38 digits that DynamoDB has. */
export function numberKey(text: string): string {
  const digits = text
    .replace(/e.*/i, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '');
  return `${Number(text)} ${digits}`;
}

/** As the AWS command line prints them: bytes in Base64. */
export const inJson = (attributes: object): string =>
  JSON.stringify(attributes, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );

/** All that a row holds of an item. Its integers must be bigints, which keep all their digits. */
export function fromRow({ [OTHER_ATTRIBUTES]: json, ...columns }: Row): Attributes {
  const others = typeof json === 'string' ? otherAttributes.parse(JSON.parse(json)) : {};
  const set = Object.entries(columns).flatMap(([name, value]) =>
    value === null || (isUnset(value) && name in others)
      ? []
      : [[name, inDynamodb(value)] as const],
  );
  const other = Object.entries(others).flatMap(([name, value]) =>
    value === null || !isUnset(columnOf(columns, name)) ? [] : [[name, value] as const],
  );
  return Object.fromEntries([...set, ...other]);
}

function inDynamodb(value: Exclude<SQLOutputValue, null>): AttributeValue {
  if (typeof value === 'string') return { S: value };
  return value instanceof Uint8Array ? { B: value } : { N: `${value}` };
}

/** The row as a schema reads it, with the values that did not fit their columns. */
export function withOtherAttributes(row: Row): Readonly<Record<string, unknown>> {
  const json = row[OTHER_ATTRIBUTES];
  if (typeof json !== 'string') return row;
  const { data: others = {} } = otherAttributes.safeParse(JSON.parse(json));
  const counting = Object.entries(others).filter(([name]) => isUnset(columnOf(row, name)));
  return { ...row, ...Object.fromEntries(counting.map(([name, value]) => [name, plain(value)])) };
}

/** An attribute may be called `toString`, which every object has. */
const columnOf = (row: Row, name: string): SQLOutputValue | undefined =>
  Object.hasOwn(row, name) ? row[name] : undefined;

const isUnset = (value: SQLOutputValue | undefined): boolean =>
  value === undefined || value === null || value === '';

/** What a schema would see in DynamoDB. The types that are left out fit none. */
function plain(value: AttributeValue | null): unknown {
  if (value === null || value.NULL) return null;
  return value.N === undefined ? (value.S ?? value) : Number(value.N);
}

/** SQL for the other attributes but those that a statement sets. */
export function otherAttributesExcept(names: readonly string[]): string {
  const paths = names.map((name) => `, '$.${quoted(name)}'`).join('');
  return `nullif(json_remove(${OTHER_ATTRIBUTES}${paths}), '{}')`;
}
