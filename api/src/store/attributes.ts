import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { lazy, NESTING_LIMIT } from '@immersion-tracker/contract';
import * as z from 'zod';

/** In DynamoDB's format, which can represent every SQLite value, and keeps all digits of numbers. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** New values of attributes. Null removes an attribute. */
export type Changes = Readonly<Record<string, string | number | null>>;

// DynamoDB's limits, see
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
const MOST_DIGITS = 38;
/** With the zeros that do not count as digits. More than any number that DynamoDB can store needs. */
const NUMBER_LIMIT_CHARACTERS = 500;
const NAME_LIMIT_BYTES = 65_535;
const NUMBER_BELOW = 1e126;
const SMALLEST_NUMBER = 1e-130;

const plainObject = z.custom<object>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  { error: 'must be an object' },
);

// The schemas below stop at the first problem. zod would describe every one, and a body can have millions.

/** Like `z.record`, which would drop an attribute that is called `__proto__`. */
export const recordOf = <Value>(
  schemaOf: (name: string) => z.ZodType<Value>,
): z.ZodType<Record<string, Value>> =>
  plainObject.transform((object, context) => {
    const entries: [string, Value][] = [];
    for (const [name, given] of Object.entries(object)) {
      if (!isAttributeName(name)) {
        context.addIssue({ code: 'custom', message: 'is not an attribute name', path: [name] });
        return z.NEVER;
      }
      const { data, error } = schemaOf(name).safeParse(given);
      if (error !== undefined) return reject(context, error, name);
      entries.push([name, data]);
    }
    return Object.fromEntries(entries);
  });

const isAttributeName = (name: string): boolean =>
  name !== '' && name.isWellFormed() && Buffer.byteLength(name) <= NAME_LIMIT_BYTES;

const listOf = <Value>(schema: z.ZodType<Value>): z.ZodType<Value[]> =>
  z.custom<unknown[]>(Array.isArray, { error: 'must be a list' }).transform((list, context) => {
    const values: Value[] = [];
    for (const [index, given] of list.entries()) {
      const { data, error } = schema.safeParse(given);
      if (error !== undefined) return reject(context, error, index);
      values.push(data);
    }
    return values;
  });

/** Adds the problems of what is at `path`. */
function reject(context: z.RefinementCtx, error: z.ZodError, ...path: PropertyKey[]): never {
  for (const issue of error.issues) {
    context.addIssue({ code: 'custom', message: issue.message, path: [...path, ...issue.path] });
  }
  return z.NEVER;
}

/** Whether DynamoDB can store a number. */
export const isStorable = (number: number): boolean =>
  Math.abs(number) < NUMBER_BELOW && (number === 0 || Math.abs(number) >= SMALLEST_NUMBER);

const isNumber = (text: string): boolean =>
  // Also because `digitsOf` takes quadratic time.
  text.length <= NUMBER_LIMIT_CHARACTERS &&
  /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) &&
  isStorable(Number(text)) &&
  digitsOf(text).length <= MOST_DIGITS;

/** Strings without lone surrogates, which UTF-8 cannot encode. */
export const wellFormed = lazy(() =>
  z.string().refine((text) => text.isWellFormed(), { error: 'must be well-formed Unicode' }),
);

const valueSchemas: z.ZodType<AttributeValue>[] = [];

/** The schema of values that are nested that deep. Bytes are in Base64, and become `Uint8Array`s. */
function valueAt(depth: number): z.ZodType<AttributeValue> {
  const known = valueSchemas[depth];
  if (known !== undefined) return known;
  const number = z.string().refine(isNumber, { error: 'must be a number of up to 38 digits' });
  const bytes = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
  const nested = z.lazy(() => valueAt(depth + 1));
  const byType: Readonly<Record<string, z.ZodType<AttributeValue>>> = {
    S: z.strictObject({ S: wellFormed() }),
    N: z.strictObject({ N: number }),
    B: z.strictObject({ B: bytes }),
    BOOL: z.strictObject({ BOOL: z.boolean() }),
    NULL: z.strictObject({ NULL: z.literal(true) }),
    SS: z.strictObject({ SS: listOf(wellFormed()) }),
    NS: z.strictObject({ NS: listOf(number) }),
    BS: z.strictObject({ BS: listOf(bytes) }),
    ...(depth < NESTING_LIMIT && {
      L: z.strictObject({ L: listOf(nested) }),
      M: z.strictObject({ M: recordOf(() => nested) }),
    }),
  };
  const schema = plainObject.transform((value, context): AttributeValue => {
    const [type, ...more] = Object.keys(value);
    const ofType = type === undefined || more.length > 0 ? undefined : ownValue(byType, type);
    if (ofType === undefined) {
      context.addIssue({ code: 'custom', message: 'must be a value such as {"S":"text"}' });
      return z.NEVER;
    }
    const { data, error } = ofType.safeParse(value);
    return error === undefined ? data : reject(context, error);
  });
  valueSchemas[depth] = schema;
  return schema;
}

/** The schema of an attribute's value in DynamoDB's JSON format. */
export const attributeValue = lazy(() => valueAt(0));

/** DynamoDB's JSON format, as the AWS command line prints it, with bytes in Base64. */
export const inJson = (attributes: object): string =>
  JSON.stringify(attributes, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );

/** A canonical form of a number, with up to DynamoDB's 38 digits. */
export const numberKey = (text: string): string => `${Number(text)} ${digitsOf(text)}`;

const digitsOf = (text: string): string =>
  text
    .replace(/e.*/i, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '');

/** The number as JavaScript's, if that is exactly the same number. */
export function exactNumber(text: string): number | undefined {
  const number = Number(text);
  const exact = `${number}`;
  return text === exact || numberKey(text) === numberKey(exact) ? number : undefined;
}

/** The attributes as a schema expects them: numbers may lose digits. No schema accepts the remaining types. */
export const toPlain = (attributes: Attributes): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, plainValue(value)] as const),
  );

/** These attributes of an item, as a schema expects them. */
export function pickPlain(
  attributes: Attributes,
  names: readonly string[],
): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const name of names) {
    const value = ownValue(attributes, name);
    if (value !== undefined) plain[name] = plainValue(value);
  }
  return plain;
}

/** Undefined stays undefined: that is how the AWS SDK reads an attribute called `__proto__`. */
export function plainValue(value: AttributeValue | undefined): unknown {
  if (value?.S !== undefined) return value.S;
  if (value?.N !== undefined) return Number(value.N);
  return value?.NULL ? null : (value?.BOOL ?? value);
}

/** The same attributes with these changes. */
export function changeAttributes(attributes: Attributes, changes: Changes): Attributes {
  const kept = Object.entries(attributes).filter(([name]) => !Object.hasOwn(changes, name));
  const set = Object.entries(changes).flatMap(([name, value]) =>
    value === null ? [] : [[name, toAttribute(value)] as const],
  );
  return Object.fromEntries([...kept, ...set]);
}

export function toAttribute(value: string | number | boolean | null): AttributeValue {
  if (value === null) return { NULL: true };
  if (typeof value === 'boolean') return { BOOL: value };
  return typeof value === 'number' ? { N: `${value}` } : { S: value };
}

/** A property of the object itself: an attribute can be called `toString`, which every object inherits. */
export const ownValue = <Value>(
  object: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined => (Object.hasOwn(object, name) ? object[name] : undefined);
