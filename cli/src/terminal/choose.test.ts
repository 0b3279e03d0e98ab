import { expect, test } from 'vitest';
import { choose, ENTER } from './choose.ts';
import { person, script } from './testing/prompters.ts';

/** Asks with these answers. Resolves with the chosen one, and with what was said about the others. */
async function chooseWith(answers: readonly string[], by = person, options = {}) {
  const someone = by(...answers);
  const chosen = await choose(
    someone,
    'Where to?',
    [
      ['t', 'trash', 'to the trash'],
      ['d', 'delete', 'for good'],
      [ENTER, 'keep', 'nowhere'],
    ],
    options,
  );
  return { chosen, said: someone.said };
}

test.each([
  ['t', 'trash'],
  [' D ', 'delete'],
  ['ｔ', 'trash'],
  ['delete', 'delete'],
  ['', 'keep'],
  ['k', 'keep'],
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
  expect(await chooseWith(['trash'], script)).toEqual({ chosen: undefined, said: [] });
});

test.each([
  ['trash', 'trash'],
  ['ＴＲＡＳＨ', 'trash'],
  ['t', undefined],
  ['', undefined],
])('a script that may answer means by %j: %s', async (line, answer) => {
  const options = { scriptsMayAnswer: true };

  expect(await chooseWith([line], script, options)).toEqual({ chosen: answer, said: [] });
});
