import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart, labelled, scaleOf } from './scale.ts';

const MINUTE = 60;
const HOUR = 3600;

test.each([
  ['nothing', 0, [0, MINUTE]],
  ['12 min', 12 * MINUTE, [0, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE]],
  ['80 min', 80 * MINUTE, [0, 20 * MINUTE, 40 * MINUTE, 60 * MINUTE, 80 * MINUTE]],
  ['4 h 30 min', 4.5 * HOUR, [0, HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR, 5 * HOUR]],
  ['8 h 54 min', 8.9 * HOUR, [0, 2 * HOUR, 4 * HOUR, 6 * HOUR, 8 * HOUR, 10 * HOUR]],
])('a scale for %s is round', (_, most, ticks) => {
  expect(scaleOf(most)).toEqual({ top: ticks.at(-1), ticks });
});

test('every scale has room for the longest bar, and not too many ticks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 * HOUR }), (most) => {
      const { top, ticks } = scaleOf(most);

      expect(top).toBeGreaterThanOrEqual(most);
      expect([ticks[0], ticks.at(-1)]).toEqual([0, top]);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(9);
    }),
  );
});

test('labels that would overlap move apart, and others stay', () => {
  expect(apart(0.5, 0.25, 0.25)).toEqual([0.5, 0.25]);
  expect(apart(0.5, 0.5, 0.25)).toEqual([0.625, 0.375]);
  expect(apart(0.375, 0.625, 0.5)).toEqual([0.25, 0.75]);
});

test('the last bar is labelled, and those before it if there is room', () => {
  expect(labelled([0, 1, 2, 3, 4, 5], 2.5)).toEqual([2, 5]);
  expect(labelled([0, 4, 11], 4)).toEqual([0, 4, 11]);
  expect(labelled([0, 1], 0.5)).toEqual([0, 1]);
});
