import { expect, test } from 'vitest';
import { describeValue, fieldsOf } from './fields.ts';
import type { JsonSchema } from './json-schema.ts';

test('fields are listed at every depth, under their paths', () => {
  const text: JsonSchema = { type: 'string', description: 'A name.' };
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      shows: {
        type: 'array',
        items: { type: 'object', properties: { name: text, year: {} }, required: ['name'] },
      },
      ids: { type: 'array', items: { type: 'string', minLength: 1 } },
      plain: { type: 'array', items: { type: 'integer' } },
      watched_at: { type: 'object', additionalProperties: { type: 'integer' } },
      either: { anyOf: [{ type: 'null' }, { type: 'object', properties: { inside: text } }] },
    },
    required: ['shows'],
  };

  const rows = fieldsOf(schema).map(({ parent, name, required, type, limits, description }) => {
    return [parent, name, required, [type, ...limits].join(', '), description];
  });

  expect(rows).toEqual([
    ['', 'shows', true, 'array of objects', undefined],
    ['shows[].', 'name', true, 'string', 'A name.'],
    ['shows[].', 'year', false, 'any value', undefined],
    ['', 'ids', false, 'array of strings', undefined],
    ['ids', '[]', undefined, 'string, not empty', undefined],
    ['', 'plain', false, 'array of integers', undefined],
    ['', 'watched_at', false, 'object', undefined],
    ['watched_at.', '<key>', undefined, 'integer', undefined],
    ['', 'either', false, 'null or object', undefined],
    ['either.', 'inside', false, 'string', 'A name.'],
  ]);
});

test.each<[string, JsonSchema]>([
  ['string or null', { type: ['string', 'null'] }],
  ['integer or string', { anyOf: [{ type: 'integer' }, { type: 'string' }] }],
  ['array of arrays of strings or nulls', nested({ type: ['string', 'null'] })],
  [
    'string, one of `series`, `movie`',
    { type: 'string', enum: ['series', 'movie'], example: 'movie' },
  ],
  ['boolean, always `true`', { type: 'boolean', const: true }],
  ['string, in the format `date`', { type: 'string', format: 'date', pattern: '^\\d' }],
  ['string, matching `^a$`', { type: 'string', pattern: '^a$' }],
  ['string, 1 to 64 characters', { type: 'string', minLength: 1, maxLength: 64 }],
  ['string, at most 64 characters', { type: 'string', maxLength: 64 }],
  ['array of strings, at most 1000 elements', { ...arrayOf({ type: 'string' }), maxItems: 1000 }],
  ['integer, 1 to 86,400', { type: 'integer', minimum: 1, maximum: 86_400 }],
  ['integer, 0 or more', { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }],
  ['integer, at most 9', { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: 9 }],
  [
    'number, more than 0, less than 1',
    { exclusiveMinimum: 0, exclusiveMaximum: 1, type: 'number' },
  ],
  ['integer, `50` if left out', { type: 'integer', default: 50 }],
  ['string, for example `S01E01`', { type: 'string', example: 'S01E01' }],
  ['integer or null, 1 or more', { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }] }],
])('%s', (words, schema) => {
  const { type, limits } = describeValue(schema);

  expect([type, ...limits].join(', ')).toBe(words);
});

function arrayOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

function nested(items: JsonSchema): JsonSchema {
  return arrayOf(arrayOf(items));
}
