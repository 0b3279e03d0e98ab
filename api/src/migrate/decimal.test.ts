import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, wholeNumber } from './decimal.ts';

test.each([
  ['2700', '2700.0'],
  ['0.1', '1E-1'],
  ['-12.50', '-0.125e2'],
  ['1000000000000000000000', '1e+21'],
  ['0', '-0.00'],
])('%s and %s are one number', (one, other) => {
  const written = [canonical(one), canonical(other)];

  expect(written[0]).toBe(written[1]);
});

test.each([
  ['9007199254740992', '9007199254740993'],
  ['1', '-1'],
  ['0.1', '0.10000000000000001'],
  ['1', '10'],
])('%s and %s are two numbers', (one, other) => {
  const written = [canonical(one), canonical(other)];

  expect(written[0]).not.toBe(written[1]);
});

test.each([
  ['2700', 2700n],
  ['2700.00', 2700n],
  ['-1.5e3', -1500n],
  ['1e+21', 1_000_000_000_000_000_000_000n],
  ['12345678901234567890123456789012345678', 12_345_678_901_234_567_890_123_456_789_012_345_678n],
  ['0.5', undefined],
  ['1e-1', undefined],
  ['1e308', undefined],
  ['Infinity', undefined],
])('%s is the whole number %s', (text, whole) => {
  const read = wholeNumber(text);

  expect(read).toBe(whole);
});

test('every number that JavaScript can write is read again', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const written = Number(canonical(`${value}`));

      expect(written).toBe(value === 0 ? 0 : value);
    }),
  );
});

test('every whole number is read with all its digits', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }), (value) => {
      const read = wholeNumber(canonical(`${value}`));

      expect(read).toBe(value);
    }),
  );
});
