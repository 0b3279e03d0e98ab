import { expect, test } from 'vitest';
import { columnsIn } from './columns.ts';

// 7 x 136 + 6 x 16 = 1,048; an eighth poster needs 1,200.
test.each([
  [288, 12, 3],
  [358, 12, 3],
  [720, 16, 4],
  [1048, 16, 7],
  [1184, 16, 7],
  [1199, 16, 7],
  [1200, 16, 8],
  [1392, 16, 9],
])('%i pixels with gaps of %i have %i columns', (width, gap, columns) => {
  expect(columnsIn(width, gap)).toBe(columns);
});
