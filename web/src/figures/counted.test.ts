import { expect, test } from 'vitest';
import { counted } from './counted.ts';
import { createFormats } from './formats.ts';

test.each([
  [0, 'en-NZ', '0 episodes'],
  [1, 'en-NZ', '1 episode'],
  [2, 'en-NZ', '2 episodes'],
  [21, 'en-NZ', '21 episodes'],
  [1204, 'en-NZ', '1,204 episodes'],
  [1204, 'de-DE', '1.204 episodes'],
])('%i for a person of %s reads as %s', (count, locale, words) => {
  const { number } = createFormats([locale]);

  expect(counted(count, 'episode', number)).toBe(words);
});
