import fc from 'fast-check';
import * as z from 'zod';

/** The parts of JSON Schema that the OpenAPI document uses. */
export interface JsonSchema {
  readonly $ref?: string | undefined;
  readonly anyOf?: readonly JsonSchema[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly type?: string | readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: boolean | JsonSchema | undefined;
  readonly items?: JsonSchema | undefined;
  readonly minimum?: number | undefined;
  readonly exclusiveMinimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly format?: string | undefined;
}

export const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    anyOf: z.array(jsonSchema).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    properties: z.record(z.string(), jsonSchema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), jsonSchema]).optional(),
    items: jsonSchema.optional(),
    minimum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    format: z.string().optional(),
  }),
);

export interface Vocabulary {
  /** The schemas to which `$ref` refers, by name. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** Texts that mean something to the tracker, such as the ids of records. */
  readonly texts: readonly string[];
  /** Objects that mean something to it, such as whole records. */
  readonly objects: readonly unknown[];
}

const MOST_ELEMENTS = 6;

/** Values of a schema. zod-fast-check, which would make this unnecessary, only knows zod 3. */
export function valuesOf(schema: JsonSchema, words: Vocabulary): fc.Arbitrary<unknown> {
  const { $ref, anyOf, type } = schema;
  if ($ref !== undefined) {
    const name = $ref.replace('#/components/schemas/', '');
    const referred = words.schemas[name];
    if (referred === undefined) throw new Error(`The document does not have a schema ${name}.`);
    return valuesOf(referred, words);
  }
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
      return fc.array(valuesOf(schema.items ?? {}, words), { maxLength: MOST_ELEMENTS });
    case 'object':
      return objectsOf(schema, words);
    case undefined:
      return fc.jsonValue();
    default:
      throw new Error(`The document has a type ${type}, which the soak does not know.`);
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
  const min =
    minimum ?? (exclusiveMinimum === undefined ? Number.MIN_SAFE_INTEGER : exclusiveMinimum + 1);
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
