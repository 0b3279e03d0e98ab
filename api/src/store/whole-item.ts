import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { lazy } from '@immersion-tracker/contract';
import * as z from 'zod';
import {
  type Attributes,
  attributeValue,
  type Changes,
  changeAttributes,
  exactNumber,
  inJson,
  isStorable,
  recordOf,
  toAttribute,
  toPlain,
  wellFormed,
} from './attributes.ts';
import { storageProblem } from './storable.ts';

/**
 * The name of the field with the attributes that JSON cannot hold as they are. SQLite has a column of
 * the same name, see `sqlite/row.ts`.
 */
export const OTHER_ATTRIBUTES = 'other_attributes';

type PlainValue = string | number | boolean | null;

/**
 * An item with all its attributes, including those of other tools, as it is sent in JSON. Strings,
 * booleans, NULL, and numbers that JavaScript can hold exactly are plain values. Everything else, and an
 * attribute that is itself called `other_attributes`, is in `other_attributes`.
 */
export interface WholeItem {
  readonly pk: string;
  readonly sk: string;
  /** In DynamoDB's JSON format, such as `{"tags":{"SS":["a","b"]}}`. Plain values override it. */
  readonly other_attributes?: Readonly<Record<string, unknown>> | undefined;
  readonly [attribute: string]: PlainValue | Readonly<Record<string, unknown>> | undefined;
}

const otherAttributes = lazy(() => recordOf(attributeValue));

/** The schema of a whole item from a request. It keeps every attribute. */
export const wholeItem = lazy(() => {
  const plain = z.union(
    [
      wellFormed(),
      z.number().refine(isStorable, { error: 'must be a number that DynamoDB can store' }),
      z.boolean(),
      z.null(),
    ],
    {
      error: `must be a string, a number, true, false or null; everything else belongs in ${OTHER_ATTRIBUTES}`,
    },
  );
  const others = z.custom<Record<string, unknown>>().superRefine((given, context) => {
    for (const { message, path } of otherAttributes().safeParse(given).error?.issues ?? []) {
      context.addIssue({ code: 'custom', message, path });
    }
  });
  const keys = z.object({ pk: z.string(), sk: z.string() });
  return recordOf<PlainValue | Record<string, unknown>>((name) =>
    name === OTHER_ATTRIBUTES ? others : plain,
  ).transform((attributes, context): WholeItem => {
    const { data, error } = keys.safeParse(attributes);
    for (const { message, path } of error?.issues ?? []) {
      context.addIssue({ code: 'custom', message, path });
    }
    if (data === undefined) return z.NEVER;
    const item = { ...attributes, ...data };
    const problem = storageProblem(toAttributes(item));
    if (problem === undefined) return item;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
});

/** The inverse of `toAttributes`. The attributes must contain the keys. */
export function toWholeItem(attributes: Attributes): WholeItem {
  const { pk, sk } = attributes;
  if (pk?.S === undefined || sk?.S === undefined) throw new TypeError('the item has no keys');
  const plain: [string, PlainValue][] = [];
  const others: [string, AttributeValue][] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const exact = name === OTHER_ATTRIBUTES ? undefined : exactValue(value);
    if (exact === undefined) others.push([name, value]);
    else plain.push([name, exact]);
  }
  const item = { ...Object.fromEntries(plain), pk: pk.S, sk: sk.S };
  if (others.length === 0) return item;
  return { ...item, [OTHER_ATTRIBUTES]: JSON.parse(inJson(Object.fromEntries(others))) };
}

function exactValue({ S, N, BOOL, NULL }: AttributeValue): PlainValue | undefined {
  if (N === undefined) return S ?? BOOL ?? (NULL ? null : undefined);
  const number = exactNumber(N);
  return number !== undefined && isStorable(number) ? number : undefined;
}

/** An item's attributes in DynamoDB's format. Undefined ones are left out. */
export function toAttributes(item: WholeItem): Attributes {
  const { [OTHER_ATTRIBUTES]: others, ...plain } = item;
  const entries = Object.entries(plain).flatMap(([name, value]) =>
    value === undefined || (typeof value === 'object' && value !== null)
      ? []
      : [[name, toAttribute(value)] as const],
  );
  const set = Object.fromEntries(entries);
  return others === undefined ? set : { ...otherAttributes().parse(others), ...set };
}

/** The same item with these changes. */
export function changeItem(item: WholeItem, changes: Changes): WholeItem {
  return toWholeItem(changeAttributes(toAttributes(item), changes));
}

/** The item's attributes as reads by schema return them. */
export const readable = (item: WholeItem): Record<string, unknown> => toPlain(toAttributes(item));
