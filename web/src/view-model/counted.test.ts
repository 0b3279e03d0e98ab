import { expect, test } from 'vitest';
import { counted, inNumber, type Noun, noun } from './counted.ts';
import { createFormats } from './formats.ts';

const person: Noun = ['person', 'people'];

test.each([
  [0, 'en-NZ', '0 episodes'],
  [1, 'en-NZ', '1 episode'],
  [2, 'en-NZ', '2 episodes'],
  [21, 'en-NZ', '21 episodes'],
  [1204, 'en-NZ', '1,204 episodes'],
  [1204, 'de-DE', '1.204 episodes'],
])('%i for a person of %s reads as %s', (count, locale, words) => {
  const { number } = createFormats([locale]);

  expect(counted(count, noun('episode'), number)).toBe(words);
});

test.each([
  [0, '0 people'],
  [1, '1 person'],
  [2, '2 people'],
])('%i of what has a plural of its own reads as %s', (count, words) => {
  const { number } = createFormats(['en-NZ']);

  expect(counted(count, person, number)).toBe(words);
});

test.each([
  [0, 'people'],
  [1, 'person'],
  [2, 'people'],
  [101, 'people'],
])('a noun beside the count %i is "%s"', (count, word) => {
  expect(inNumber(count, person)).toBe(word);
});
