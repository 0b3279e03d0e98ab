import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { fit, truncate } from './columns.ts';
import { printable } from './printable.ts';
import { anyText } from './testing/any-text.ts';

const anyWidth = fc.nat({ max: 60 });

describe('a text that is too wide', () => {
  test('ends in an ellipsis', () => {
    expect(truncate('Terrace House', 8)).toBe('Terrace…');
  });

  test('loses a whole Japanese character, and leaves the free half of it empty', () => {
    // 6 characters of 2 columns each. The ellipsis leaves 5 columns, enough for 2 characters.
    expect(truncate('ダンジョン飯', 6)).toBe('ダン…');
    expect(fit('ダンジョン飯', 6)).toBe('ダン… ');
  });

  test('loses a whole family', () => {
    expect(truncate('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 5)).toBe('👩‍👩‍👧👩‍👩‍👧…');
  });

  test('is empty if there are 0 columns', () => {
    expect(truncate('Terrace House', 0)).toBe('');
  });
});

describe('a text that is not too wide', () => {
  test('stays whole', () => {
    expect(truncate('ダンジョン飯', 12)).toBe('ダンジョン飯');
  });

  test('is padded on the right or on the left', () => {
    expect(fit('ダン', 6)).toBe('ダン  ');
    expect(fit('1,234', 6, 'right')).toBe(' 1,234');
  });
});

test('newlines and escape sequences are shown', () => {
  expect(fit('a\n\u001b[1m', 8)).toBe('a␊␛[1m  ');
});

test('any text takes exactly the given number of columns', () => {
  fc.assert(
    fc.property(anyText, anyWidth, fc.constantFrom('left', 'right'), (text, width, align) => {
      expect(stringWidth(fit(text, width, align))).toBe(width);
    }),
  );
});

test('any text is cut only if it is too wide, and only at its end', () => {
  fc.assert(
    fc.property(anyText, anyWidth, (text, width) => {
      const cut = truncate(text, width);

      expect(stringWidth(cut)).toBeLessThanOrEqual(width);
      if (cut === printable(text)) return;
      expect(stringWidth(printable(text))).toBeGreaterThan(width);
      expect(printable(text).startsWith(cut.replace(/…$/, ''))).toBe(true);
    }),
  );
});
