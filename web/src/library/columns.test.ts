import { expect, test } from 'vitest';
import { columnsIn } from './columns.ts';

// 7 x 136 + 6 x 16 = 1,048; an eighth poster needs 1,200.
test.each([
  [288, 12, 1, 3],
  [358, 12, 1, 3],
  [358, 12, 2, 2],
  [288, 12, 4, 1],
  [720, 16, 1, 4],
  [1048, 16, 1, 7],
  [1048, 16, 2, 3],
  [1184, 16, 1, 7],
  [1199, 16, 1, 7],
  [1200, 16, 1, 8],
  [1392, 16, 1, 9],
])(
  '%i pixels with gaps of %i and letters of size %i have %i columns',
  (width, gap, letters, columns) => {
    expect(columnsIn(width, gap, letters)).toBe(columns);
  },
);
