import type { JsonSchema } from './json-schema.ts';

/** What a schema demands beyond a type, in words, with code in backticks. */
export function limitsOf(schema: JsonSchema): string[] {
  const { minLength, maxLength, minItems, maxItems, exclusiveMinimum, exclusiveMaximum } = schema;
  const notEmpty = minLength === 1 && maxLength === undefined;
  const limits = [
    schema.const === undefined ? undefined : `always ${code(schema.const)}`,
    schema.enum && `one of ${schema.enum.map(code).join(', ')}`,
    schema.format && `in the format \`${schema.format}\``,
    // The pattern of a format, such as that of a date, is long and says the same.
    schema.format ? undefined : schema.pattern && `matching \`${schema.pattern}\``,
    notEmpty ? 'not empty' : range(minLength, maxLength, ' characters'),
    range(minItems, maxItems, ' elements'),
    range(schema.minimum, schema.maximum),
    exclusiveMinimum === undefined ? undefined : `more than ${inWords(exclusiveMinimum)}`,
    exclusiveMaximum === undefined ? undefined : `less than ${inWords(exclusiveMaximum)}`,
    schema.default === undefined ? undefined : `${code(schema.default)} if left out`,
    schema.example === undefined || schema.enum ? undefined : `for example ${code(schema.example)}`,
  ];
  return limits.filter((limit) => limit !== undefined);
}

/** Leaves out limits that hold for every integer in JSON, as zod writes them. */
function range(minimum?: number, maximum?: number, unit = ''): string | undefined {
  const low = minimum === Number.MIN_SAFE_INTEGER ? undefined : minimum;
  const high = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (low !== undefined && high !== undefined) {
    return low === high ? `${inWords(low)}${unit}` : `${inWords(low)} to ${inWords(high)}${unit}`;
  }
  if (low !== undefined) return `${inWords(low)}${unit} or more`;
  return high === undefined ? undefined : `at most ${inWords(high)}${unit}`;
}

/** Groups digits only from 10,000 on, so that years read as years. */
const inWords = (value: number): string => value.toLocaleString('en', { useGrouping: 'min2' });

const code = (value: unknown): string =>
  `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
