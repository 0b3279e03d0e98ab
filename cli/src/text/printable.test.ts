import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable } from './printable.ts';
import { anyText } from './testing/any-text.ts';

describe('a name', () => {
  test('in any script stays as it is', () => {
    const name = '葬送のフリーレン – Müller, قناة, 👩‍👩‍👧 🇯🇵 ❤️';

    expect(printable(name)).toBe(name);
  });

  test.each([
    ['a newline', 'one\ntwo', 'one␊two'],
    ['a tab and a carriage return', 'one\ttwo\r', 'one␉two␍'],
    ['NUL and DEL', '\0\u007f', '␀␡'],
    ['a colour', '\u001b[31mred', '␛[31mred'],
    ['a new window title', '\u001b]0;title\u0007', '␛]0;title␇'],
    ['an escape sequence that is one C1 character', '\u009b2J', '�2J'],
    ['Unicode line breaks', 'a\u0085b\u2028c\u2029d', 'a␤b␤c␤d'],
    ['reversed text', 'abc\u202egpj.exe\u202c', 'abc�gpj.exe�'],
    ['isolated text', '\u2066a\u2069', '�a�'],
    ['a leading accent', '\u0301a', '◌\u0301a'],
    ['thousands of characters', 'x'.repeat(20_000), `${'x'.repeat(10_000)}…`],
    ['half a character', 'a\ud83db', 'a�b'],
  ])('with %s shows it', (_, name, shown) => {
    expect(printable(name)).toBe(shown);
  });
});

test('no text has an effect on the terminal', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = printable(text);

      expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
      expect(shown.isWellFormed()).toBe(true);
      expect(stripVTControlCharacters(shown)).toBe(shown);
    }),
  );
});

test('printable text does not change', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = printable(text);

      expect(printable(shown)).toBe(shown);
    }),
  );
});
