import { stripVTControlCharacters } from 'node:util';
import { counted, endpoints, isEmpty, mediaKinds, readFigures } from '@immersion-tracker/contract';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { type Paint, plainPaint } from '../text/paint.ts';
import { progressScreen, progressSummary } from './progress-screen.ts';
import { anyProgress, nothing, ofKinds } from './testing/any-progress.ts';

/** Each run tries dozens of names. */
const runs = { numRuns: 40 };
const options = fc.record({ columns: fc.integer({ min: 40, max: 120 }), all: fc.boolean() });

const most = { watched: Number.MAX_SAFE_INTEGER, watchedToday: Number.MAX_SAFE_INTEGER };
const mostOfEach = mediaKinds.map(({ id }) => ({ ...nothing, ...ofKinds({ [id]: most }) }));

const colours: Paint = {
  ...plainPaint,
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  accent: (text) => `\u001b[36m${text}\u001b[39m`,
};

test('the generated responses fit the contract', () => {
  fc.assert(
    fc.property(anyProgress, (progress) => {
      expect(endpoints.getProgress.response.parse(progress)).toEqual(progress);
    }),
    runs,
  );
});

test('whatever was watched, every line fits the terminal and does not end in spaces', () => {
  fc.assert(
    fc.property(anyProgress, options, (progress, given) => {
      const screen = progressScreen(progress, given, plainPaint);

      for (const line of screen.split('\n')) {
        expect(stringWidth(line)).toBeLessThanOrEqual(given.columns);
        expect(line).not.toMatch(/\s$/);
      }
    }),
    { ...runs, examples: mostOfEach.map((progress) => [progress, { columns: 40, all: false }]) },
  );
});

test('whatever the names, only newlines control the terminal', () => {
  fc.assert(
    fc.property(anyProgress, options, (progress, given) => {
      const screen = progressScreen(progress, given, plainPaint);

      expect(screen.replaceAll('\n', '')).not.toMatch(
        /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u,
      );
    }),
    runs,
  );
});

test('the screen starts with the summary, which has every total', () => {
  const begun = anyProgress.filter((progress) => !isEmpty(progress));
  fc.assert(
    fc.property(begun, options, (progress, given) => {
      const screen = progressScreen(progress, given, plainPaint);
      const summary = progressSummary(progress, given, plainPaint);

      expect(screen.startsWith(summary)).toBe(true);
      const words = summary.split(/\s+/).join(' ');
      expect(words).toContain(counted(progress.total_hours_watched, 'hour'));
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
    fc.property(anyProgress, options, (progress, given) => {
      const painted = progressScreen(progress, given, colours);

      expect(stripVTControlCharacters(painted)).toBe(progressScreen(progress, given, plainPaint));
    }),
    runs,
  );
});
