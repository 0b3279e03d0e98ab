import { expect, test } from 'vitest';
import { confirm } from './confirm.ts';
import { person, script } from './testing/prompters.ts';

test.each([
  ['y', true],
  ['ｙ', true],
  ['YES', true],
  ['', false],
  ['n', false],
  ['no', false],
])('a person who answers %j agrees: %s', async (answer, expected) => {
  expect(await confirm(person(answer), 'Remove it?', {})).toBe(expected);
});

test('anything else is asked about again', async () => {
  const someone = person('yesterday', 'x', 'y');

  expect(await confirm(someone, 'Remove it?', {})).toBe(true);
  expect(someone.questions).toHaveLength(3);
});

test('--yes agrees without a question', async () => {
  expect(await confirm(script(), 'Remove it?', { yes: true })).toBe(true);
});

test('a script cannot agree otherwise', async () => {
  await expect(confirm(script('y'), 'Remove it?', {})).rejects.toThrow('add --yes');
});
