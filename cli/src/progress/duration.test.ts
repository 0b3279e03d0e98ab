import { expect, test } from 'vitest';
import { duration } from './duration.ts';

test.each([
  [0, '0 min'],
  [59, '59 min'],
  [60, '1 h'],
  [80, '1 h 20 min'],
  [1500, '25 h'],
  [60_005, '1,000 h 5 min'],
])('%d minutes read %s', (minutes, text) => {
  expect(duration(minutes)).toBe(text);
});
