import { expect, test } from 'vitest';
import { beside } from './beside.ts';

test('the right column begins at the same place on every line', () => {
  const left = ['a', '\u001b[1m葬送\u001b[22m', 'b', ''];

  expect(beside(left, ['1', '2', ''], 5, ' | ')).toEqual([
    'a     | 1',
    '\u001b[1m葬送\u001b[22m  | 2',
    'b',
    '',
  ]);
});

test('the right column may be longer', () => {
  expect(beside(['a'], ['1', '2'], 2, ' ')).toEqual(['a  1', '   2']);
});
