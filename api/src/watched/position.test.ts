import { expect, test } from 'vitest';
import { newestFirst } from './position.ts';

test('the latest is first, and of the same second the one with the greatest id', () => {
  const positions = [
    { timestamp: 7, id: 'MOVIE#a' },
    { timestamp: 8, id: 'MOVIE#a' },
    { timestamp: 7, id: 'MOVIE#é' },
    { timestamp: 7, id: 'MOVIE#b' },
  ];

  expect(positions.sort(newestFirst).map(({ timestamp, id }) => `${timestamp} ${id}`)).toEqual([
    ...['8 MOVIE#a', '7 MOVIE#é', '7 MOVIE#b', '7 MOVIE#a'],
  ]);
});
