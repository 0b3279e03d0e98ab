import { expect, test } from 'vitest';
import { readDocument } from './document.ts';
import { docsPage } from './page.ts';
import { openApiWith } from './testing/open-api.ts';

const pageOf = async (operation: Readonly<Record<string, unknown>>) =>
  `${await docsPage(readDocument(openApiWith(operation)), 'http://127.0.0.1:8080')}`;

test('HTML in the document is escaped', async () => {
  const attack = '<img src=x onerror="alert(1)">';

  const page = await pageOf({
    operationId: '"><img>',
    summary: `${attack} and \`${attack}\``,
    description: attack,
    parameters: [
      {
        ...{ in: 'query', name: attack, description: attack },
        schema: { type: 'string', enum: [attack], example: attack },
      },
    ],
    requestBody: { content: { 'application/json': { schema: {}, example: { [attack]: attack } } } },
  });

  expect(page).not.toContain('<img');
  expect(page).not.toContain('"">');
  expect(page).toContain('<code>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</code>');
});

test('an operation shows the parameters of its query, with their limits and meaning', async () => {
  const limit = { type: 'integer', minimum: 1, maximum: 200 };

  const page = await pageOf({
    parameters: [
      { in: 'query', name: 'limit', description: 'How many.', schema: limit },
      { in: 'query', name: 'type', required: true, schema: { enum: ['a', 'b'], type: 'string' } },
    ],
  });

  expect(page).toContain('<h3>Query</h3>');
  expect(rowOf(page, 'limit')).toBe('limit optional integer, 1 to 200 How many.');
  expect(rowOf(page, 'type')).toBe('type required string, one of a, b');
});

/** The text of the row that describes a field. */
function rowOf(page: string, field: string): string | undefined {
  const rows = page.match(/<tr>.*?<\/tr>/gs) ?? [];
  return rows
    .map((row) =>
      row
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .find((row) => row.startsWith(`${field} `));
}
