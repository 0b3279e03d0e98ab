import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Column, OTHER_ATTRIBUTES, quoted } from './columns.ts';

// How a row stores the attributes of an item: each in the column of its name, if that can store its
// exact value, and otherwise in the column of other attributes. That is a JSON object with values in
// DynamoDB's JSON format, such as {"rating":{"N":"5"}}. A value in it counts only while the column of
// that name is unset. A required column is unset if it is '', and null in the object means that the
// item does not have the attribute.

/** In DynamoDB's format, which can represent every SQLite value, and keeps all digits of numbers. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

export type Row = Readonly<Record<string, SQLOutputValue>>;

const plainObject = z.custom<object>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** Like `z.record`, which would drop an attribute that is called `__proto__`. */
const recordOf = <Value>(value: z.ZodType<Value>): z.ZodType<Record<string, Value>> =>
  plainObject
    .transform((object) => Object.entries(object))
    .pipe(z.array(z.tuple([z.string(), value])))
    .transform((entries) => Object.fromEntries(entries));

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
  z.strictObject({ M: z.lazy(() => recordOf(attributeValue)) }),
]);

const otherAttributes = recordOf(attributeValue.nullable());

/** Converts attributes to the values of columns. */
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

/** The value of a column, or undefined if it cannot store exactly that value. */
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

/** A canonical form of a number, with up to DynamoDB's 38 digits. */
export function numberKey(text: string): string {
  const digits = text
    .replace(/e.*/i, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '');
  return `${Number(text)} ${digits}`;
}

/** DynamoDB's JSON format, as the AWS command line prints it, with bytes in Base64. */
export const inJson = (attributes: object): string =>
  JSON.stringify(attributes, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );

/** Converts a row to attributes. Its integers must be bigints, so that they keep all digits. */
export function fromRow({ [OTHER_ATTRIBUTES]: json, ...columns }: Row): Attributes {
  const others = typeof json === 'string' ? otherAttributes.parse(JSON.parse(json)) : {};
  const set = Object.entries(columns).flatMap(([name, value]) =>
    value === null || (isUnset(value) && Object.hasOwn(others, name))
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

/** A row for parsing by a schema, with the values that did not fit their columns. */
export function withOtherAttributes(row: Row): Readonly<Record<string, unknown>> {
  const json = row[OTHER_ATTRIBUTES];
  if (typeof json !== 'string') return row;
  const { data: others = {} } = otherAttributes.safeParse(JSON.parse(json));
  const counting = Object.entries(others).filter(([name]) => isUnset(columnOf(row, name)));
  return { ...row, ...Object.fromEntries(counting.map(([name, value]) => [name, plain(value)])) };
}

/** An attribute can be called `toString`, which every object inherits. */
const columnOf = (row: Row, name: string): SQLOutputValue | undefined =>
  Object.hasOwn(row, name) ? row[name] : undefined;

const isUnset = (value: SQLOutputValue | undefined): boolean =>
  value === undefined || value === null || value === '';

/** The value that a schema would get from DynamoDB. No schema accepts any of the remaining types. */
function plain(value: AttributeValue | null): unknown {
  if (value === null || value.NULL) return null;
  return value.N === undefined ? (value.S ?? value) : Number(value.N);
}

/** SQL for the other attributes, without those that a statement sets. */
export function otherAttributesExcept(names: readonly string[]): string {
  const paths = names.map((name) => `, '$.${quoted(name)}'`).join('');
  return `nullif(json_remove(${OTHER_ATTRIBUTES}${paths}), '{}')`;
}
