import { expect, test } from 'vitest';
import { largest } from './largest.ts';

test('the largest of a million values is found without overflowing the stack', () => {
  expect(largest(Array(1_000_000).fill(1).with(500_000, 2))).toBe(2);
});

test('without values, the largest is the given minimum', () => {
  expect(largest([], 0)).toBe(0);
});
