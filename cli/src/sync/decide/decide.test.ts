import { learnerCalendar } from '@immersion-tracker/contract/calendar';
import { describe, expect, test } from 'vitest';
import { person, script } from '../../terminal/testing/prompters.ts';
import type { Claim } from '../claims/claims.ts';
import type { KnownAnswer } from '../plan/instructions.ts';
import type { RecordedClaim, States } from '../plan/states.ts';
import { episode, link, movie } from '../testing/claims.ts';
import type { AskContext } from './choices.ts';
import { decide } from './decide.ts';
import type { Verdict } from './verdict.ts';

const NOBODY = script();

/** One in the morning of 4 October 2026 in Auckland, which for the learner is still the 3rd. */
const CALENDAR = learnerCalendar(1_791_028_800_000, {
  ...{ timeZone: 'Pacific/Auckland', dayStartsAtHour: 4 },
});

/** Decides about these states. The others are empty. */
function decideOn(
  context: AskContext,
  some: Partial<States>,
  known?: KnownAnswer,
  calendar = CALENDAR,
) {
  const states = { fresh: [], own: [], known: [], repeated: [], ...some };
  const comparison = { states, clashes: [], missing: {}, calendar };
  return decide(context, comparison, { asks: true, known, cleanUp: 'delete' });
}

/** The record of a claim, made on 3 October 2026. */
function recorded(claim: Claim): RecordedClaim {
  return { claim, recorded: { id: claim.record, watched_at: 1_791_028_800, source: null } };
}

const fates = (verdicts: readonly Verdict[]) => verdicts.map(({ to }) => to);

/** A short form of each verdict. */
const inShort = (verdicts: readonly Verdict[]) =>
  verdicts.map(({ to, claim }) => `${to} ${claim.record}`);

test('new claims are recorded and claims of an earlier run are removed, without a question', async () => {
  const [fresh, own] = [episode('Bocchi', '02'), episode('Bocchi', '01')];
  const learner = script('s');

  const verdicts = await decideOn(learner, { fresh: [fresh], own: [recorded(own)] });

  expect(inShort(verdicts)).toStrictEqual(['remove EPISODE#Bocchi#01', 'record EPISODE#Bocchi#02']);
  expect(learner.questions).toStrictEqual([]);
});

test('a line of tomorrow stays, whether or not its link is recorded', async () => {
  const tomorrow = (id: string) => ({ ...link(id), date: '2026-10-04' });
  const [fresh, again] = [tomorrow('aB3dE5fG7hI'), tomorrow('Q2w3E4r5T6Y')];
  const today = { ...link('-_9xYz01AbA'), date: '2026-10-03' };

  const verdicts = await decideOn(
    NOBODY,
    { fresh: [fresh, today], known: [recorded(again)] },
    'rewatch',
  );

  expect(verdicts).toEqual([
    { to: 'record', claim: today },
    ...[fresh, again].map((claim) => {
      return { to: 'leave', claim, reason: 'begins with a date in the future: correct it' };
    }),
  ]);
});

test('a line of a day that the time zone skipped stays, whether or not its link is recorded', async () => {
  const samoa = learnerCalendar(1_791_028_800_000, {
    ...{ timeZone: 'Pacific/Apia', dayStartsAtHour: 4 },
  });
  const dated = (id: string, date: string) => ({ ...link(id), date });
  const [fresh, again] = [dated('aB3dE5fG7hI', '2011-12-30'), dated('Q2w3E4r5T6Y', '2011-12-30')];
  const next = dated('-_9xYz01AbA', '2011-12-31');

  const verdicts = await decideOn(
    NOBODY,
    { fresh: [fresh, next], known: [recorded(again)] },
    'rewatch',
    samoa,
  );

  expect(verdicts).toEqual([
    { to: 'record', claim: next },
    ...[fresh, again].map((claim) => {
      const reason = 'begins with a date that your time zone skipped: correct it';
      return { to: 'leave', claim, reason };
    }),
  ]);
});

describe('something already recorded from another file', () => {
  const two = [episode('Bocchi', '01'), episode('Bocchi', '02')].map(recorded);

  test.each([
    ['rewatch', 'rewatch'],
    ['remove', 'remove'],
    ['leave', 'leave'],
  ])('is one question for the whole show: after %o the verdict is %s', async (answer, to) => {
    const learner = script(answer);

    const verdicts = await decideOn(learner, { known: two });

    expect(inShort(verdicts)).toStrictEqual([`${to} EPISODE#Bocchi#01`, `${to} EPISODE#Bocchi#02`]);
    expect(learner.questions).toStrictEqual([
      'Bocchi: 2 episodes seem to be recorded already: 01 and 02 (recorded on 3 October 2026). Did you watch them again?',
    ]);
  });

  test('is asked about one by one if the learner wants that', async () => {
    const learner = script('each', 'remove', 'rewatch');

    const verdicts = await decideOn(learner, { known: two });

    expect(inShort(verdicts)).toStrictEqual([
      'remove EPISODE#Bocchi#01',
      'rewatch EPISODE#Bocchi#02',
    ]);
    expect(learner.questions.slice(1)).toStrictEqual([
      'Bocchi: 1 episode seems to be recorded already: 01 (recorded on 3 October 2026). Did you watch it again?',
      'Bocchi: 1 episode seems to be recorded already: 02 (recorded on 3 October 2026). Did you watch it again?',
    ]);
  });

  test('is a separate question for each show, for the movies and for the watched list', async () => {
    const known = [...two, recorded(movie('title_t00')), recorded(link('aB3dE5fG7hI'))];
    const learner = script('remove', 'rewatch', 'leave');

    const verdicts = await decideOn(learner, { known });

    expect(inShort(verdicts)).toStrictEqual([
      'remove EPISODE#Bocchi#01',
      'remove EPISODE#Bocchi#02',
      'rewatch MOVIE#title_t00',
      'leave YOUTUBEVIDEO#aB3dE5fG7hI',
    ]);
  });

  test('is left with the reason and advice if nobody answers', async () => {
    const [verdict] = await decideOn(NOBODY, { known: two.slice(0, 1) });

    expect(verdict).toMatchObject({
      to: 'leave',
      reason: expect.stringMatching(/^was already recorded on 3 October 2026: .*--known/),
    });
  });

  test.each(['rewatch', 'remove', 'leave'] as const)(
    'is not asked about if --known is %s',
    async (answer) => {
      const learner = script('remove', 'remove');

      const verdicts = await decideOn(learner, { known: two }, answer);

      expect(fates(verdicts)).toStrictEqual([answer, answer]);
      expect(learner.questions).toStrictEqual([]);
    },
  );

  test('is listed only in part if there is much of it', async () => {
    const many = ['1', '2', '3', '4', '5', '6', '7'].map((name) => recorded(movie(name)));
    const learner = script('s');

    await decideOn(learner, { known: many });

    expect(learner.questions[0]).toMatch(
      /^movies: .* 4 and 5 \(recorded on 3 October 2026\) and 2 others\./,
    );
  });
});

describe('two claims of one new record', () => {
  const [first, copy] = [episode('Bocchi', '01'), episode('Bocchi', '01', 'mp4')];
  const both = { fresh: [first], repeated: [{ claim: copy, first }] };

  test('are one viewing or two, depending on the answer', async () => {
    expect(await decideOn(script('rewatch'), both)).toStrictEqual([
      { to: 'record', claim: first },
      { to: 'rewatch', claim: copy, first },
    ]);
    expect(await decideOn(script('remove'), both)).toStrictEqual([
      { to: 'record', claim: first },
      { to: 'remove', claim: copy, first },
    ]);
  });

  test('are one viewing if nobody answers, and the second file is left', async () => {
    const verdicts = await decideOn(NOBODY, both);

    expect(fates(verdicts)).toStrictEqual(['record', 'leave']);
  });
});

test.each(['', 's', 'y', '-', '421069', 'https://thetvdb.com/dereferrer/series/421069'])(
  'a line meant for another question (%o) is kept for that question',
  async (line) => {
    const known = [recorded(episode('Bocchi', '01'))];
    const alike = [episode('Show', 'Show - 01'), episode('Show', 'Show - 01v2')];
    const learner = script(line);

    const verdicts = await decideOn(learner, { known, fresh: alike });

    expect(fates(verdicts)).toStrictEqual(['leave', 'leave', 'leave']);
    expect(await learner.prompter.ask('TheTVDB id?')).toBe(line);
  },
);

test('two different episodes with one key are never taken for the same', async () => {
  const [first, other] = [episode('a#b', 'c'), episode('a', 'b#c')];
  const both = { fresh: [first], repeated: [{ claim: other, first }] };

  const verdicts = await decideOn(script('remove'), both, 'remove');

  expect(verdicts).toStrictEqual([
    { to: 'record', claim: first },
    {
      to: 'leave',
      claim: other,
      reason: expect.stringMatching(/same record as c of a#b.*without #/),
    },
  ]);
});

describe('files that look like the same episode', () => {
  const names = ['Show - 01 [A]', 'Show - 01v2 [A]', 'Show.S01E01.1080p'];
  const alike = names.map((name) => episode('Show', name));
  const [first, ...others] = alike;

  test('are one question, and get one record if the answer is that they are the same', async () => {
    const learner = script('same');

    const verdicts = await decideOn(learner, { fresh: alike });

    expect(verdicts).toStrictEqual([
      { to: 'record', claim: first },
      ...others.map((claim) => ({ to: 'remove', claim, first })),
    ]);
    expect(learner.questions).toStrictEqual([
      'Show: these files look like the same episode: Show - 01 [A], Show - 01v2 [A] and Show.S01E01.1080p. Are they the same?',
    ]);
  });

  test('are each recorded if the answer is that they are different', async () => {
    const verdicts = await decideOn(script('different'), { fresh: alike });

    expect(verdicts).toStrictEqual(alike.map((claim) => ({ to: 'record', claim })));
  });

  test.each([
    ['nobody answers', []],
    ['the answer is to decide later', ['leave']],
  ])('are all left if %s', async (_, given) => {
    // Even --known does not answer this.
    const verdicts = await decideOn(script(...given), { fresh: alike }, 'remove');

    expect(fates(verdicts)).toStrictEqual(['leave', 'leave', 'leave']);
  });

  test('are removed without a record if one of them was recorded from this very file', async () => {
    const own = alike.slice(0, 1).map(recorded);
    const learner = script('same');

    const verdicts = await decideOn(learner, { fresh: others, own });

    expect(inShort(verdicts)).toStrictEqual([
      'remove EPISODE#Show#Show - 01 [A]',
      'remove EPISODE#Show#Show - 01v2 [A]',
      'remove EPISODE#Show#Show.S01E01.1080p',
    ]);
    expect(learner.questions[0]).toContain('Show - 01v2 [A], Show.S01E01.1080p and Show - 01 [A]');
  });

  test.each([
    ['leave', 'leave'],
    ['rewatch', 'remove'],
    ['remove', 'remove'],
  ])(
    'share the fate of one that may have been recorded from something else: %s',
    async (answer, fate) => {
      const known = alike.slice(0, 1).map(recorded);

      const verdicts = await decideOn(script('same', answer), { fresh: others, known });

      expect(inShort(verdicts)).toStrictEqual([
        `${fate} EPISODE#Show#Show - 01v2 [A]`,
        `${fate} EPISODE#Show#Show.S01E01.1080p`,
        `${answer} EPISODE#Show#Show - 01 [A]`,
      ]);
    },
  );

  test('can only be counted separately or left if no episode is in all of them', async () => {
    const fresh = ['S01E01', 'S01E02', 'S01E01-E02'].map((name) => episode('Show', name));

    const same = await decideOn(script('same'), { fresh });
    const learner = script('different');
    const different = await decideOn(learner, { fresh });

    expect(fates(same)).toStrictEqual(['leave', 'leave', 'leave']);
    expect(fates(different)).toStrictEqual(['record', 'record', 'record']);
    expect(learner.questions).toStrictEqual([
      'Show: these files contain some episodes twice: S01E01, S01E02 and S01E01-E02. Are they different?',
    ]);
  });

  test('lead to a question about a second file of the same name if they are different', async () => {
    const copy = episode('Show', 'Show - 01v2 [A]', 'mp4');
    const [, second = copy] = alike;
    const found = { fresh: alike, repeated: [{ claim: copy, first: second }] };

    const verdicts = await decideOn(script('different', 'rewatch'), found);

    expect(verdicts.at(-1)).toStrictEqual({ to: 'rewatch', claim: copy, first: second });
    expect(fates(verdicts)).toStrictEqual(['record', 'record', 'record', 'rewatch']);
  });

  test('decide about a second file of the same name too', async () => {
    const copy = episode('Show', 'Show - 01v2 [A]', 'mp4');
    const [, second] = alike;
    const found = {
      fresh: alike,
      repeated: second ? [{ claim: copy, first: second }] : [],
    };

    const left = await decideOn(NOBODY, found, 'remove');
    const same = await decideOn(script('same'), found);

    expect(fates(left)).toStrictEqual(['leave', 'leave', 'leave', 'leave']);
    expect(same.at(-1)).toStrictEqual({ to: 'remove', claim: copy, first });
  });
});

test('a second file of one record is listed by its own name, and a second line by its number', async () => {
  const [first, copy] = [episode('Bocchi', '01'), episode('Bocchi', '01', 'mp4')];
  const [line, again] = [link('aB3dE5fG7hI', 1), link('aB3dE5fG7hI', 4)];
  const repeated = [
    { claim: copy, first },
    { claim: again, first: line },
  ];
  const learner = script('leave', 'leave');

  const verdicts = await decideOn(learner, { fresh: [first, line], repeated });

  expect(learner.questions).toStrictEqual([
    'Bocchi: 1 episode appears more than once: 01.mp4 (repeats 01.mkv). Did you watch it again?',
    'watched.txt: 1 YouTube video appears more than once: https://youtu.be/aB3dE5fG7hI (repeats line 1). Did you watch it again?',
  ]);
  expect(verdicts.at(-1)).toMatchObject({ reason: expect.stringMatching(/^repeats line 1: sync/) });
});

describe('a person', () => {
  const [claim] = [episode('Bocchi', '01')];
  const asked = async (...given: readonly string[]) => {
    const learner = person(...given);
    const [verdict] = await decideOn(learner, { known: [recorded(claim)] });
    return { to: verdict?.to, said: learner.said, questions: learner.questions.length };
  };

  test('sees the choices and is asked again after an unknown answer', async () => {
    expect(await asked('421069', 'S')).toStrictEqual({
      to: 'remove',
      said: ['Please answer a, s or Enter.'],
      questions: 2,
    });
  });

  test.each(['', 'leave'])('decides later with %o', async (answer) => {
    expect(await asked(answer, 's')).toMatchObject({ to: 'leave', said: [], questions: 1 });
  });

  test('who does not answer decides later', async () => {
    expect(await asked()).toMatchObject({ to: 'leave', said: [] });
  });
});
