import type { JsonSchema } from './json-schema.ts';
import { limitsOf } from './limits.ts';

/** What a field or parameter can be. */
export interface Value {
  /** In words, such as `array of strings`. */
  readonly type: string;
  /** In words, with code in backticks. */
  readonly limits: readonly string[];
  readonly description: string | undefined;
}

/** A field of a body. Its parent and name are its path, as in `episodes[].` and `file_name`. */
export interface Field extends Value {
  readonly parent: string;
  readonly name: string;
  /** Undefined for what is not named, such as the elements of an array. */
  readonly required: boolean | undefined;
}

/** The fields of a body at every depth, each followed by its own. */
export function fieldsOf(schema: JsonSchema, path = ''): Field[] {
  const { properties = {}, required = [], additionalProperties, items } = schema;
  const parent = path === '' ? '' : `${path}.`;
  const named = Object.entries(properties).flatMap(([name, property]) => [
    { parent, name, required: required.includes(name), ...describeValue(property) },
    ...fieldsOf(property, `${parent}${name}`),
  ]);
  return [
    ...named,
    ...(typeof additionalProperties === 'object'
      ? [
          { parent, name: '<key>', required: undefined, ...describeValue(additionalProperties) },
          ...fieldsOf(additionalProperties, `${parent}<key>`),
        ]
      : []),
    ...(items === undefined ? [] : elementFields(items, path)),
    ...variantsOf(schema).flatMap((variant) => fieldsOf(variant, path)),
  ];
}

/** The elements of an array, if there is more to say about them than their type, and their fields. */
function elementFields(items: JsonSchema, path: string): Field[] {
  const value = describeValue(items);
  const described = value.description !== undefined || value.limits.length > 0;
  return [
    ...(described ? [{ parent: path, name: '[]', required: undefined, ...value }] : []),
    ...fieldsOf(items, `${path}[]`),
  ];
}

export function describeValue(schema: JsonSchema): Value {
  const variants = variantsOf(schema).flatMap(limitsOf);
  return {
    type: [...new Set(typesOf(schema))].join(' or '),
    limits: [...new Set([...limitsOf(schema), ...variants])],
    description: schema.description,
  };
}

function typesOf(schema: JsonSchema): string[] {
  const { type = [], items } = schema;
  const own = [type].flat().map((one) => {
    if (one !== 'array' || items === undefined) return one;
    return `array of ${typesOf(items).map(plural).join(' or ')}`;
  });
  const types = [...own, ...variantsOf(schema).flatMap(typesOf)];
  return types.length > 0 ? types : ['any value'];
}

const variantsOf = ({ anyOf = [], oneOf = [] }: JsonSchema): JsonSchema[] => [...anyOf, ...oneOf];

const plural = (type: string): string =>
  type.startsWith('array ') ? type.replace('array', 'arrays') : `${type}s`;
