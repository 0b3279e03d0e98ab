import { expect, test } from 'vitest';
import { nobody, type Prompter } from '../terminal/prompter.ts';
import { confirm } from './confirm.ts';

const person = (answer: string | undefined): Prompter => {
  return { ...nobody, interactive: true, ask: async () => answer };
};

test.each([
  ['y', true],
  ['YES', true],
  ['', false],
  ['n', false],
  ['yesterday', false],
  [undefined, false],
])('a person who answers %j agrees: %s', async (answer, expected) => {
  expect(await confirm(person(answer), 'Remove it?', {})).toBe(expected);
});

test('--yes agrees without a question', async () => {
  expect(await confirm(nobody, 'Remove it?', { yes: true })).toBe(true);
});

test('nobody cannot agree', async () => {
  await expect(confirm(nobody, 'Remove it?', {})).rejects.toThrow('add --yes');
});
