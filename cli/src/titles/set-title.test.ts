import { describe, expect, test } from 'vitest';
import { person, script } from '../terminal/testing/prompters.ts';
import { setTitle } from './set-title.ts';
import { titleOf, titleTracker } from './testing/title-tracker.ts';

const TITLES = [titleOf(1001, 'Dark', 2017), titleOf(1002, 'Dark', 1994)];

/** Sets what the folder D is. Gives the answers in turn. */
async function set(text: string, interactive: boolean, answers: readonly string[] = []) {
  const { tracker } = titleTracker((_, query) =>
    query === 'Dark' ? TITLES : query === 'tvdb-1002' ? TITLES.slice(1) : [],
  );
  const used: number[] = [];
  const answering = interactive ? person(...answers) : script(...answers);
  const { prompter, screen, said, options: asked } = answering;
  const context = { tracker, prompter, screen };
  const question = { kind: 'series', label: 'D' } as const;
  const problem = await setTitle(context, question, text, async ({ tvdb_id }) => {
    used.push(tvdb_id);
  }).then(
    () => undefined,
    (error: Error) => error.message,
  );
  return { problem, used, said, asked };
}

describe.each([
  ['a person', true],
  ['a script', false],
])('%s', (_, interactive) => {
  test('who is clear is not asked', async () => {
    const { used, said, asked } = await set('tvdb-1002', interactive);

    expect([used, said, asked]).toEqual([[1002], ['D is Dark (1994)'], []]);
  });

  test('is told if nothing was found', async () => {
    const { problem, used, asked } = await set('Drak', interactive);

    expect([problem, used, asked]).toEqual(['TheTVDB has no show for "Drak".', [], []]);
  });
});

test('a person whose words match several titles chooses one', async () => {
  const { used, said, asked } = await set('Dark', true, ['2']);

  expect([used, said]).toEqual([[1002], ['D is Dark (1994)']]);
  expect(asked).toEqual([
    {
      choices: ['Dark (2017)', 'Dark (1994)'],
      hint: [
        'Enter takes 1, a number takes another; or type a title, an id or a link',
        's skips it',
      ],
      suggestion: '1',
    },
  ]);
});

test('a person who skips the choice changes nothing', async () => {
  const { problem, used } = await set('Dark', true, ['s']);

  expect([problem, used]).toEqual(['Nothing was changed.', []]);
});

test('a script whose words match several titles is told which', async () => {
  const { problem, used, asked } = await set('Dark', false);

  expect(problem).toMatch(/^Several shows .*: Dark \(2017\) \[tvdb-1001\] and Dark \(1994\)/);
  expect([used, asked]).toEqual([[], []]);
});
