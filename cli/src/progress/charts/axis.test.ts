import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisFor } from './axis.ts';

test.each([
  [1, [1]],
  [3, [1, 2, 3]],
  [5, [2, 4, 6]],
  [10, [5, 10]],
  [40, [10, 20, 30, 40]],
  [90, [25, 50, 75, 100]],
  [1308, [500, 1000, 1500]],
])('%d hours get round steps', (hours, marks) => {
  const { step, steps } = axisFor(hours);

  expect(Array.from({ length: steps }, (_, index) => step * (index + 1))).toEqual(marks);
});

test('the axis reaches all hours on 6 or 8 lines, in whole steps without a spare one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat({ max: 20_000 }), fc.maxSafeNat()), (more) => {
      const hours = more + 1;
      const { step, steps, rowsPerStep } = axisFor(hours);

      expect(Number.isInteger(step)).toBe(true);
      expect(step * steps).toBeGreaterThanOrEqual(hours);
      expect(step * (steps - 1)).toBeLessThan(hours);
      expect([6, 8]).toContain(steps * rowsPerStep);
    }),
  );
});
