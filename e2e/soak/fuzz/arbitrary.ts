import fc from 'fast-check';
import type * as z from 'zod';

export type JsonSchema = z.core.JSONSchema.JSONSchema;
type Schema = JsonSchema | boolean;

export interface Vocabulary {
  /** Texts that mean something to the tracker, such as the ids of records. */
  readonly texts: readonly string[];
  /** Objects that mean something to it, such as whole records. */
  readonly objects: readonly unknown[];
}

const MOST_ELEMENTS = 6;

/** Values of a schema. zod-fast-check, which would make this unnecessary, only knows zod 3. */
export function valuesOf(schema: Schema, words: Vocabulary): fc.Arbitrary<unknown> {
  if (typeof schema !== 'object') return fc.jsonValue();
  const { $ref, anyOf, type } = schema;
  if ($ref !== undefined) throw new Error(`The soak does not know what ${$ref} is.`);
  if (anyOf !== undefined) return fc.oneof(...anyOf.map((one) => valuesOf(one, words)));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(type)) {
    return fc.oneof(...type.map((one) => valuesOf({ ...schema, type: one }, words)));
  }
  switch (type) {
    case 'string':
      return textsOf(schema, words);
    case 'integer':
    case 'number':
      return numbersOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      if (Array.isArray(schema.items)) throw new Error('The soak does not know tuples.');
      return fc.array(valuesOf(schema.items ?? true, words), { maxLength: MOST_ELEMENTS });
    case 'object':
      return objectsOf(schema, words);
    case undefined:
      return fc.oneof(fc.constantFrom(...words.objects), fc.jsonValue());
    default:
      throw new Error(`The soak does not know the type ${type}.`);
  }
}

function textsOf({ format, minLength = 0, maxLength }: JsonSchema, { texts }: Vocabulary) {
  if (format === 'date')
    return fc
      .date({ noInvalidDate: true, min: new Date('1970'), max: new Date('9999') })
      .map(dateOf);
  const some = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: 'grapheme' }));
  return some.map((text) => (text.length < minLength ? 'x' : text).slice(0, maxLength));
}

const dateOf = (date: Date): string => date.toISOString().slice(0, '2026-11-20'.length);

function numbersOf({ minimum, exclusiveMinimum, maximum }: JsonSchema): fc.Arbitrary<number> {
  const above = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : undefined;
  const min = minimum ?? above ?? Number.MIN_SAFE_INTEGER;
  const max = maximum ?? Number.MAX_SAFE_INTEGER;
  const useful = [1, 12, 60, 1_700_000_000].filter((number) => min <= number && number <= max);
  return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max, ...useful));
}

function objectsOf(schema: JsonSchema, words: Vocabulary): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties } = schema;
  if (properties === undefined) {
    if (typeof additionalProperties === 'object') {
      const texts = textsOf({ minLength: 1 }, words);
      return fc.dictionary(texts, valuesOf(additionalProperties, words), { maxKeys: 4 });
    }
    return fc.oneof(fc.constantFrom(...words.objects), fc.object());
  }
  const fields: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, valuesOf(field, words)]),
  );
  return fc.record(fields, { requiredKeys: [...required] });
}
