import { expect, test } from 'vitest';
import { initialQuery } from './initial-query.ts';

test.each([
  ['episode', 'Dr. Stone', 'Dr. Stone'],
  ['episode', 'Shows/vol.01', 'Shows/vol.01'],
  ['movie', 'Lola rennt (1998).mkv', 'Lola rennt (1998)'],
  ['movie', 'Lola/Lola.rennt.MKV', 'Lola.rennt'],
  ['movie', '.mkv', '.mkv'],
  ['movie', '千と千尋', '千と千尋'],
] as const)('the search for the %s %s begins with %s', (kind, name, query) => {
  expect(initialQuery({ kind, names: [name] })).toBe(query);
});
