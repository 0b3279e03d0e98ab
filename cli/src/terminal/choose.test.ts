import { expect, test } from 'vitest';
import { plainPaint } from '../text/paint.ts';
import { choose, ENTER } from './choose.ts';
import { noScreen } from './screen.ts';

/** Asks with these answers. Resolves with the chosen one, and with what was said about the others. */
async function chooseWith(answers: readonly string[], interactive = true) {
  const left = [...answers];
  const said: string[] = [];
  const prompter = { interactive, ask: async () => left.shift(), close() {} };
  const screen = { ...noScreen(plainPaint), say: (text = '') => void said.push(text) };
  const chosen = await choose({ prompter, screen }, 'Where to?', [
    ['t', 'trash', 'to the trash'],
    ['d', 'delete', 'for good'],
    [ENTER, 'keep', 'nowhere'],
  ]);
  return { chosen, said };
}

test.each([
  ['t', 'trash'],
  [' D ', 'delete'],
  ['ｔ', 'trash'],
  ['delete', 'delete'],
  ['', 'keep'],
])('%j means %s', async (typed, answer) => {
  expect(await chooseWith([typed])).toEqual({ chosen: answer, said: [] });
});

test('anything else is asked about again', async () => {
  expect(await chooseWith(['x', 'yes', 't'])).toEqual({
    chosen: 'trash',
    said: ['Please answer t, d or Enter.', 'Please answer t, d or Enter.'],
  });
});

test('without a person, nothing is asked', async () => {
  expect(await chooseWith(['t'], false)).toEqual({ chosen: undefined, said: [] });
});
