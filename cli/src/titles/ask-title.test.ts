import { ApiError, type ErrorBody } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { person, script } from '../terminal/testing/prompters.ts';
import { askTitle } from './ask-title.ts';
import { titleOf, titleTracker } from './testing/title-tracker.ts';

const dark = titleOf(334_824, 'Dark', 2017);
const darkMatter = titleOf(292_174, 'Dark Matter', 2015);
const frieren = titleOf(424_536, "Frieren: Beyond Journey's End", 2023, '葬送のフリーレン');

/** What TheTVDB finds for each query. */
const FOUND: Readonly<Record<string, readonly (typeof dark)[]>> = {
  Dark: [darkMatter, dark],
  Frieren: [frieren],
  'tvdb-334824': [dark],
  '334824': [dark],
  'https://thetvdb.com/series/dark': [dark],
  Darkly: [darkMatter, dark],
  Twice: [titleOf(1001, 'Twice', 2001), titleOf(1002, 'Twice', 2002), darkMatter],
};

/** Asks about a folder. Gives the answers in turn; then nobody answers. */
async function ask(
  answers: readonly string[],
  {
    interactive = true,
    folder = 'Dark',
    suggested,
    refused = [],
    refuseSearches,
    found = FOUND,
  }: {
    readonly interactive?: boolean;
    readonly folder?: string;
    readonly suggested?: number;
    /** Ids that cannot be recorded. */
    readonly refused?: readonly number[];
    readonly refuseSearches?: ErrorBody;
    readonly found?: typeof FOUND;
  } = {},
) {
  const { tracker, model, queries } = titleTracker((_, query) => [...(found[query] ?? [])]);
  if (refuseSearches !== undefined) model.refuse('tvdb', refuseSearches);
  const used: number[] = [];
  const answering = interactive ? person(...answers) : script(...answers);
  const { prompter, screen, said, options: asked } = answering;
  const question = {
    ...({ kind: 'series', label: folder, suggested } as const),
    name: { title: folder, also: [], year: null },
  };
  const use = async ({ tvdb_id }: typeof dark) => {
    if (refused.includes(tvdb_id)) {
      throw new ApiError(502, { message: 'has no image', code: 'provider_error' });
    }
    used.push(tvdb_id);
  };
  const answered = await askTitle({ tracker, prompter, screen }, question, use, [
    'rewatch',
    'same',
  ]);
  const problem = 'problem' in answered ? answered.problem : undefined;
  const lists = asked.map(({ choices = [] }) => choices);
  return { kind: answered.kind, problem, used, said, asked, lists, queries };
}

describe('a person', () => {
  test('sees what the name of the folder finds, best first, and takes the first with Enter', async () => {
    const { kind, used, asked } = await ask(['']);

    expect([kind, used]).toEqual(['done', [334_824]]);
    expect(asked).toEqual([
      {
        choices: ['Dark (2017)', 'Dark Matter (2015)'],
        hint: [
          'Enter takes 1, a number takes another; or type a title, an id or a link',
          's skips it, - skips all shows that follow',
        ],
        suggestion: '1',
      },
    ]);
  });

  test('sees the original name, and one title without a number to type', async () => {
    const { asked } = await ask([''], { folder: 'Frieren' });

    expect(asked[0]?.choices).toEqual(["Frieren: Beyond Journey's End (2023) · 葬送のフリーレン"]);
    expect(asked[0]?.hint?.[0]).toMatch(/^Enter takes it;/);
  });

  test.each([
    ['2', 'done', [292_174]],
    ['２', 'done', [292_174]],
    ['y', 'done', [334_824]],
    ['\u200B', 'done', [334_824]],
    ['s', 'skipped', []],
    ['ｓ', 'skipped', []],
    ['-', 'stop asking', []],
  ])('who answers %j: %s', async (answer, kind, used) => {
    const result = await ask([answer]);

    expect([result.kind, result.used, result.queries]).toEqual([kind, used, ['Dark']]);
  });

  test.each([
    ['other words', 'Frieren', 424_536],
    ['an id', '334824', 334_824],
    ['a labelled id', '{tvdb-334824}', 334_824],
    ['a link', 'https://thetvdb.com/series/dark', 334_824],
  ])('who types %s sees what it is before it counts', async (_, typed, id) => {
    const { kind, used, lists } = await ask([typed, '']);

    expect([kind, used]).toEqual(['done', [id]]);
    expect(lists[1]).toHaveLength(1);
  });

  test('can still choose after a typed title was not found', async () => {
    const { used, said, asked, lists } = await ask(['Drak', '2']);

    expect(said).toEqual(['TheTVDB has no show for "Drak".']);
    expect(lists[1]).toEqual(lists[0]);
    expect(asked[1]?.hint).toEqual([
      'a number takes a title; or type a title, an id or a link',
      'Enter skips it, - skips all shows that follow',
    ]);
    expect(used).toEqual([292_174]);
  });

  test.each([
    ['was not found', 'Drak', []],
    ['is an id of another site', 'tt5753856', []],
    ['could not be recorded', '1', [334_824]],
  ])('does not take another title with Enter after one that %s', async (_, typed, refused) => {
    const { kind, used, asked } = await ask([typed, ''], { refused });

    expect([kind, used]).toEqual(['skipped', []]);
    expect(asked[1]?.suggestion).toBeUndefined();
  });

  test('is told what is wrong with an answer, and asked again', async () => {
    const { kind, said } = await ask(['tt5753856', 's']);

    expect(kind).toBe('skipped');
    expect(said).toEqual([expect.stringMatching(/^This is an IMDb id/)]);
  });

  test('skips with Enter if nothing was found', async () => {
    const { kind, said, asked } = await ask([''], { folder: 'Unknown' });

    expect([kind, said]).toEqual(['skipped', ['TheTVDB has no show for "Unknown".']]);
    expect(asked[0]).toEqual({
      choices: [],
      hint: ['type a title, an id or a link', 'Enter skips it, - skips all shows that follow'],
      suggestion: undefined,
    });
  });

  test("is offered only the title of the id in the folder's name", async () => {
    const { used, lists, queries } = await ask([''], { folder: 'D', suggested: 334_824 });

    expect([used, lists]).toEqual([[334_824], [['Dark (2017)']]]);
    expect(queries).toEqual(['tvdb-334824']);
  });

  test("sees what the name finds if the folder's id is wrong", async () => {
    const { lists } = await ask(['s'], { suggested: 999_999 });

    expect(lists).toEqual([['Dark (2017)', 'Dark Matter (2015)']]);
  });

  test('is not offered a title again that could not be recorded', async () => {
    const { kind, used, said, lists } = await ask(['', '1'], { refused: [334_824] });

    expect([kind, used, said]).toEqual(['done', [292_174], ['has no image']]);
    expect(lists[1]).toEqual(['Dark Matter (2015)']);
  });

  test('is asked even if the search fails', async () => {
    const { kind, said } = await ask(['s'], {
      refuseSearches: { message: 'TheTVDB is away', code: 'provider_error' },
    });

    expect([kind, said]).toEqual(['skipped', ['TheTVDB is away']]);
  });

  test('is not asked if TheTVDB does not accept the key', async () => {
    const { kind, problem, asked } = await ask(['1'], {
      refuseSearches: { message: 'rejected', code: 'provider_error', provider_blocked: true },
    });

    expect([kind, problem, asked]).toEqual(['stop asking', 'rejected', []]);
  });
});

describe('a script', () => {
  const script = (line: string, more: Parameters<typeof ask>[1] = {}) =>
    ask([line, '334824'], { interactive: false, ...more });

  test.each([
    ['an id', '334824', 334_824],
    ['a link', 'https://thetvdb.com/series/dark', 334_824],
    ['a slug', 'dark', 334_824],
    ['words that find one title', 'Frieren', 424_536],
    ['the exact title among several', 'Dark', 334_824],
    ['the year of one of two', 'Twice (2002)', 1002],
    ["y for the folder's name", 'y', 334_824],
  ])('may answer with %s', async (_, line, id) => {
    const found = { ...FOUND, dark: [dark] };

    const { kind, used } = await script(line, { found });

    expect([kind, used]).toEqual(['done', [id]]);
  });

  test('asks TheTVDB nothing before the answer, and shows no list', async () => {
    const { asked, queries } = await script('s');

    expect(queries).toEqual([]);
    expect(asked).toEqual([
      {
        hint: [
          'a title, an id or a link',
          'y takes "Dark", Enter skips it, - skips all shows that follow',
        ],
      },
    ]);
  });

  test("accepts the id in the folder's name with y", async () => {
    const { used, asked } = await script('y', { folder: 'D', suggested: 334_824 });

    expect(used).toEqual([334_824]);
    expect(asked[0]?.hint?.[1]).toMatch(/^y takes tvdb-334824,/);
  });

  test.each([
    [
      'several exact titles',
      'Twice',
      'Several shows on TheTVDB may be "Twice": Twice (2001) [tvdb-1001] and Twice (2002) [tvdb-1002]. Use the id of one.',
    ],
    [
      'several others',
      'Darkly',
      'Several shows on TheTVDB may be "Darkly": Dark Matter (2015) [tvdb-292174] and Dark (2017) [tvdb-334824]. Use the id of one.',
    ],
    [
      'one title of another year',
      'Frieren (1999)',
      'Only one show on TheTVDB may be "Frieren" (1999): Frieren: Beyond Journey\'s End (2023) · 葬送のフリーレン [tvdb-424536]. Use its id.',
    ],
    ['no title', 'Drak', 'TheTVDB has no show for "Drak".'],
    ['an unknown id', '999999', 'TheTVDB has no show with the id 999999.'],
    ['a number of a list', '2', 'TheTVDB has no show with the id 2.'],
    [
      'an unknown page',
      'thetvdb.com/series/no',
      'TheTVDB has no show at https://thetvdb.com/series/no.',
    ],
    [
      'an id of another site',
      'tt5753856',
      "This is an IMDb id, not one of TheTVDB. Use the show's title, or its id or link on TheTVDB.",
    ],
  ])('that answers with %s is told why it does not count', async (_, line, problem) => {
    const result = await script(line);

    expect([result.kind, result.problem, result.used]).toEqual(['failed', problem, []]);
    expect(result.asked).toHaveLength(1);
  });

  test('names at most five of the titles that match', async () => {
    const many = Array.from({ length: 7 }, (_, index) => titleOf(1001 + index, 'Many', null));

    const { problem } = await script('Many', { found: { Many: many } });

    expect(problem?.match(/tvdb-/g)).toHaveLength(5);
    expect(problem).toContain('Many [tvdb-1005] and 2 more. Use the id of one.');
  });

  test('with a blank line skips the question', async () => {
    const { kind, queries } = await script('', { suggested: 334_824 });

    expect([kind, queries]).toEqual(['skipped', []]);
  });

  test('has a spare answer to another question, so the next line counts', async () => {
    expect((await script('rewatch')).used).toEqual([334_824]);
    expect((await script(' SAME')).used).toEqual([334_824]);
  });

  test('without further lines ends the questions', async () => {
    const { kind } = await ask([], { interactive: false, suggested: 334_824 });

    expect(kind).toBe('stop asking');
  });

  test('does not lose its answer to a failing search: the reason is reported', async () => {
    const { kind, problem } = await script('Dark', {
      refuseSearches: { message: 'TheTVDB is away', code: 'provider_error' },
    });

    expect([kind, problem]).toEqual(['failed', 'TheTVDB is away']);
  });
});
