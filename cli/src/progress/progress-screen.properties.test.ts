import { stripVTControlCharacters } from 'node:util';
import {
  counted,
  endpoints,
  isEmpty,
  mediaKinds,
  type Progress,
  readFigures,
} from '@immersion-tracker/contract';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { type Paint, plainPaint } from '../text/paint.ts';
import { type Answers, progressScreen, progressSummary } from './progress-screen.ts';
import { anyHistory } from './testing/any-history.ts';
import { anyProgress, nothing, ofKinds, usualProgress } from './testing/any-progress.ts';

/** Each run tries dozens of names. */
const runs = { numRuns: 40 };
const history = fc.option(anyHistory, { nil: undefined });
const answers = fc.record({ progress: anyProgress, history });
const optionsFor = (min: number, max: number) =>
  fc.record({ width: fc.integer({ min, max }), all: fc.boolean(), hasTvdbKey: fc.boolean() });
const options = optionsFor(40, 200);

const most = { watched: Number.MAX_SAFE_INTEGER, watchedToday: Number.MAX_SAFE_INTEGER };
const example = (
  progress: Progress,
  width: number,
): [Answers, { width: number; all: boolean; hasTvdbKey: boolean }] => [
  { progress, history: undefined },
  { width, all: false, hasTvdbKey: true },
];
const mostOfEach = mediaKinds.map(({ id }) =>
  example({ ...nothing, ...ofKinds({ [id]: most }) }, 40),
);

const colours: Paint = {
  ...plainPaint,
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  accent: (text) => `\u001b[36m${text}\u001b[39m`,
};

test('the generated responses fit the contract', () => {
  fc.assert(
    fc.property(anyProgress, anyHistory, (progress, history) => {
      expect(endpoints.getProgress.response.parse(progress)).toEqual(progress);
      expect(endpoints.getHistory.response.parse(history)).toEqual(history);
    }),
    runs,
  );
});

function expectToFit(screen: string, width: number) {
  for (const line of screen.split('\n')) {
    expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(line).not.toMatch(/\s$/);
  }
}

test('whatever was watched, every line fits the terminal and does not end in spaces', () => {
  fc.assert(
    fc.property(answers, options, (given, options) => {
      expectToFit(progressScreen(given, options, plainPaint), options.width);
    }),
    { ...runs, examples: mostOfEach },
  );
});

test('even the narrowest terminals have room for all but absurd numbers', () => {
  const narrow = optionsFor(20, 39);
  fc.assert(
    fc.property(fc.record({ progress: usualProgress, history }), narrow, (given, options) => {
      expectToFit(progressScreen(given, options, plainPaint), options.width);
    }),
    { ...runs, examples: [example(nothing, 20)] },
  );
});

test('whatever the names, only newlines control the terminal', () => {
  fc.assert(
    fc.property(answers, options, (given, options) => {
      const screen = progressScreen(given, options, plainPaint);

      expect(screen.replaceAll('\n', '')).not.toMatch(
        /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u,
      );
    }),
    runs,
  );
});

test('the screen starts with the summary, which has every total', () => {
  const begun = answers.filter(({ progress }) => !isEmpty(progress));
  fc.assert(
    fc.property(begun, optionsFor(40, 80), (given, options) => {
      const { progress } = given;
      const screen = progressScreen(given, options, plainPaint);
      const summary = progressSummary(given, { columns: options.width }, plainPaint);

      expect(screen.startsWith(summary)).toBe(true);
      const words = summary.split(/\s+/).join(' ');
      const { total_hours_watched: hours } = progress;
      if (hours > 0) expect(words).toContain(counted(hours, 'hour'));
      const figures = readFigures(progress);
      for (const { id, nouns } of mediaKinds) {
        expect(words).toContain(counted(figures[id].watched, nouns.record));
      }
    }),
    runs,
  );
});

test('the text of the screen is the same without colours', () => {
  fc.assert(
    fc.property(answers, options, (given, options) => {
      const painted = progressScreen(given, options, colours);

      expect(stripVTControlCharacters(painted)).toBe(progressScreen(given, options, plainPaint));
    }),
    runs,
  );
});
