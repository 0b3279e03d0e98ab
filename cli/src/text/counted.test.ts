import { expect, test } from 'vitest';
import { counted, thousands } from './counted.ts';

test('only one is one', () => {
  expect([0, 1, 2].map((count) => counted(count, 'movie'))).toEqual([
    '0 movies',
    '1 movie',
    '2 movies',
  ]);
});

test('thousands stand apart', () => {
  expect(thousands(999)).toBe('999');
  expect(thousands(10_000)).toBe('10,000');
  expect(counted(1_234_567, 'YouTube video')).toBe('1,234,567 YouTube videos');
});
