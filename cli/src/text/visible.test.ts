import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test.each([
  ['a zero-width space', '\u200Ba\u200B'],
  ['a zero-width joiner', 'a\u200D'],
  ['direction marks and overrides', '\u202A\u202Ea\u202C\u200E\u2066\u2069\u061C'],
  ['a byte order mark', '\uFEFFa'],
  ['a soft hyphen', 'a\u00AD'],
  ['a word joiner', 'a\u2060'],
  ['a variation selector', 'a\uFE0F'],
  ['a Hangul filler', 'a\u3164'],
  ['a no-break space', '\u00A0a\u202F'],
  ['a Japanese space', 'a\u3000'],
  ['line breaks', '\r\na\u0085\u2028'],
  ['control characters', '\0a\u001B'],
])('%s is removed', (_, text) => {
  expect(visible(text)).toBe('a');
});

test('spaces between words are kept', () => {
  expect(visible(' a  b\tc が ')).toBe('a  b c が');
});
