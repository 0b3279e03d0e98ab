import { expect, test } from 'vitest';
import { counted, inNumber, listed, type Noun } from './nouns.ts';

const people: Noun = ['person', 'people'];

test.each([
  [0, '0 episodes', '0 people'],
  [1, '1 episode', '1 person'],
  [2, '2 episodes', '2 people'],
  [21, '21 episodes', '21 people'],
  [1_234_567, '1,234,567 episodes', '1,234,567 people'],
])('%i reads as %s, and as %s', (count, episodes, persons) => {
  expect([counted(count, 'episode'), counted(count, people)]).toEqual([episodes, persons]);
  expect(persons.endsWith(` ${inNumber(count, people)}`)).toBe(true);
});

test('a count can be formatted for the reader', () => {
  expect(counted(1204, 'episode', new Intl.NumberFormat('de-DE').format)).toBe('1.204 episodes');
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b, c and 1 other'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 others'],
])('%j is listed as %j', (parts, words) => {
  expect(listed(parts, 3)).toBe(words);
});
