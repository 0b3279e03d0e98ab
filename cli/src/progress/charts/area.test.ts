import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { area } from './area.ts';

describe('the curve', () => {
  test('of one quarter rises from 0', () => {
    // 8 of 8 hours at the right edge, on 2 lines of 8 levels: 4 levels more with each column.
    expect(area([8], 8, { width: 4, height: 2 })).toEqual(['  ▄█', '▄███']);
  });

  test('of two quarters bends between them', () => {
    // 2 hours after the first half, 8 after the second: 1, 2, 5 and 8 levels.
    expect(area([2, 8], 8, { width: 4, height: 1 })).toEqual(['▁▂▅█']);
  });

  test('is flat while nothing was watched', () => {
    expect(area([4, 4, 4], 8, { width: 6, height: 2 })).toEqual(['', '▄█████']);
  });

  test('shows tiny values, but nothing for 0', () => {
    expect(area([0, 1, 1000], 1000, { width: 3, height: 1 })).toEqual([' ▁█']);
    expect(area([0, 0], 1000, { width: 4, height: 2 })).toEqual(['', '']);
  });

  test('of more quarters than columns skips some, but not the last', () => {
    // The columns end after 50, 100, 150 and 200 quarters.
    const values = Array.from({ length: 200 }, (_, index) => (index === 199 ? 8 : 2));

    expect(area(values, 8, { width: 4, height: 1 })).toEqual(['▂▂▂█']);
  });
});

test('the rightmost column is as high as the last value, however many values there are', () => {
  const values = fc.array(fc.nat({ max: 64 }), { minLength: 1, maxLength: 300, size: 'max' });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 80 }), (all, width) => {
      const lines = area(all, 64, { width, height: 8 });

      const last = lines.map((line) => ' ▁▂▃▄▅▆▇█'.indexOf(line[width - 1] ?? ' '));
      expect(last.reduce((sum, level) => sum + level, 0)).toBe(all.at(-1));
    }),
  );
});
