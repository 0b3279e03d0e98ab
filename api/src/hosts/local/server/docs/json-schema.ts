import { fromEntries } from '@immersion-tracker/contract';
import * as z from 'zod';

/**
 * A JSON Schema, as far as the page shows it. A schema with any other keyword is refused, since the
 * page would leave that part out without a word.
 */
export const jsonSchema = z.strictObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  get properties() {
    return z.record(z.string(), jsonSchema).optional();
  },
  required: z.array(z.string()).optional(),
  get additionalProperties() {
    return z.union([z.boolean(), jsonSchema]).optional();
  },
  // Limits of the names of additional properties: not shown.
  propertyNames: z.unknown().optional(),
  get items() {
    return jsonSchema.optional();
  },
  get anyOf() {
    return z.array(jsonSchema).optional();
  },
  get oneOf() {
    return z.array(jsonSchema).optional();
  },
  enum: z.array(z.json()).optional(),
  const: z.json().optional(),
  default: z.json().optional(),
  example: z.json().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
});

export type JsonSchema = z.output<typeof jsonSchema>;

/** Replaces each `$ref` in a schema with what it refers to. */
export function inlineReferences(
  schema: JsonSchema,
  named: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  const inlined = (one: JsonSchema) => inlineReferences(one, named);
  const { $ref, properties, additionalProperties, items, anyOf, oneOf, ...rest } = schema;
  return {
    ...($ref !== undefined && inlined(referredTo($ref, named))),
    ...rest,
    ...(properties && {
      properties: fromEntries(
        Object.entries(properties).map(([name, property]) => [name, inlined(property)]),
      ),
    }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object'
          ? inlined(additionalProperties)
          : additionalProperties,
    }),
    ...(items && { items: inlined(items) }),
    ...(anyOf && { anyOf: anyOf.map(inlined) }),
    ...(oneOf && { oneOf: oneOf.map(inlined) }),
  };
}

function referredTo(ref: string, named: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const schema = named[ref.replace('#/components/schemas/', '')];
  if (schema === undefined) throw new Error(`The OpenAPI document does not have ${ref}.`);
  return schema;
}
