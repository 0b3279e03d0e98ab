import { describe, expect, test } from 'vitest';
import { readDocument } from './document.ts';
import { openApiWith } from './testing/open-api.ts';

const query = { in: 'query', name: 'limit', schema: { type: 'integer' } };

test('references are replaced, also inside of what they refer to', () => {
  const { operations } = readDocument(openApiWith({}));

  expect(operations[0]?.response.schema.properties).toEqual({
    first: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
  });
});

describe('a document with something that the page does not show is refused', () => {
  test.each([
    ['a keyword', { parameters: [{ ...query, schema: { type: 'integer', multipleOf: 5 } }] }],
    ['a parameter of the path', { parameters: [{ ...query, in: 'path' }] }],
    ['other credentials', { security: [] }],
    ['no answer of status 200', { responses: {} }],
    [
      'another body of an error',
      { responses: { 400: { description: 'No.', content: { 'text/plain': {} } } } },
    ],
  ])('%s', (_, operation) => {
    expect(() => readDocument(openApiWith({ parameters: [query] }))).not.toThrow();
    expect(() => readDocument(openApiWith(operation))).toThrow();
  });

  test('a reference to nothing', () => {
    const parameters = [{ ...query, schema: { $ref: '#/components/schemas/Nothing' } }];

    expect(() => readDocument(openApiWith({ parameters }))).toThrow('schemas/Nothing');
  });
});
