import { ApiError } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import type { AskOptions } from '../../terminal/prompter.ts';
import { noScreen } from '../../terminal/screen.ts';
import { plainPaint } from '../../text/paint.ts';
import { askTvdbId } from './ask-tvdb-id.ts';

/** Asks about the folder Dark. Gives the answers in turn; then nobody answers. */
async function ask(
  answers: readonly string[],
  {
    interactive = true,
    suggested,
    unknown = [],
  }: { interactive?: boolean; suggested?: number; unknown?: readonly number[] } = {},
) {
  const asked: (AskOptions | undefined)[] = [];
  const said: string[] = [];
  const used: number[] = [];
  const left = [...answers];
  const prompter = {
    interactive,
    async ask(_question: string, options?: AskOptions) {
      asked.push(options);
      return left.shift();
    },
    close() {},
  };
  const screen = { ...noScreen(plainPaint), say: (text = '') => void said.push(text) };
  const use = async (id: number) => {
    if (unknown.includes(id)) throw new ApiError(422, { message: 'unknown', code: 'unknown_ids' });
    used.push(id);
  };
  const answered = await askTvdbId({ prompter, screen }, 'series', 'Dark', use, suggested);
  return { kind: answered.kind, used, said, asked };
}

describe('a person', () => {
  test('who presses Enter skips the question', async () => {
    const { kind, used, asked } = await ask(['']);

    expect([kind, used]).toEqual(['skipped', []]);
    expect(asked).toEqual([
      { hint: 'Enter skips it, - skips all shows that follow', suggestion: undefined },
    ]);
  });

  test('is offered the suggested id, and accepts it with Enter', async () => {
    const { kind, used, asked } = await ask([''], { suggested: 334_824 });

    expect([kind, used]).toEqual(['done', [334_824]]);
    expect(asked).toEqual([
      {
        hint: 'Enter takes 334824, s skips it, - skips all shows that follow',
        suggestion: '334824',
      },
    ]);
  });

  test.each([
    ['s', 'skipped', []],
    ['S', 'skipped', []],
    ['ｓ', 'skipped', []],
    ['-', 'stop asking', []],
    ['y', 'done', [334_824]],
    ['{tvdb-70523}', 'done', [70_523]],
    ['\u200B', 'done', [334_824]],
  ])('who answers a suggestion with %j: %s', async (answer, kind, used) => {
    const result = await ask([answer], { suggested: 334_824 });

    expect([result.kind, result.used]).toEqual([kind, used]);
  });

  test('is not offered a suggestion again after it failed', async () => {
    const { kind, used, said, asked } = await ask(['', ''], {
      suggested: 334_824,
      unknown: [334_824],
    });

    expect([kind, used, said]).toEqual(['skipped', [], ['unknown']]);
    expect(asked.map((options) => options?.suggestion)).toEqual(['334824', undefined]);
  });

  test('is offered the suggestion again after a wrong answer', async () => {
    const { kind, used } = await ask(['Dark', ''], { suggested: 334_824 });

    expect([kind, used]).toEqual(['done', [334_824]]);
  });
});

describe('a script', () => {
  test('with a blank line skips the question, even with a suggestion', async () => {
    const { kind, used, asked } = await ask([''], { interactive: false, suggested: 334_824 });

    expect([kind, used]).toEqual(['skipped', []]);
    expect(asked).toEqual([
      {
        hint: 'y takes 334824, Enter skips it, - skips all shows that follow',
        suggestion: undefined,
      },
    ]);
  });

  test('accepts the suggestion with y', async () => {
    const { kind, used } = await ask(['y'], { interactive: false, suggested: 334_824 });

    expect([kind, used]).toEqual(['done', [334_824]]);
  });

  test.each(['y', 'Dark'])(
    'that answers %j without a suggestion gets a problem',
    async (answer) => {
      const { kind, used } = await ask([answer, '1'], { interactive: false });

      expect([kind, used]).toEqual(['failed', []]);
    },
  );

  test.each(['rewatch', 'remove', 'leave', 'same', 'different', 'each'])(
    'has a spare answer %s to another question, so the next line counts',
    async (word) => {
      expect((await ask([word, '70523'], { interactive: false })).used).toEqual([70_523]);
      expect((await ask([word], { interactive: false })).kind).toBe('stop asking');
    },
  );

  test('without further lines ends the questions', async () => {
    const { kind } = await ask([], { interactive: false, suggested: 334_824 });

    expect(kind).toBe('stop asking');
  });
});
