import { learnerCalendar } from '@immersion-tracker/contract/calendar';
import { describe, expect, test } from 'vitest';
import { isTimeZone } from '../settings.ts';

/** 2026-09-21. For times long ago, Temporal searches decades for the next change of the clocks. */
const NOW = 1_790_000_000_000;

describe('a time zone is accepted exactly if the calendar supports it:', () => {
  /** Two letters and T. `Intl` accepts some of these old names in addition to those it lists. */
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const short = letters.flatMap((first) => letters.map((second) => `${first}${second}T`));

  function isSupported(timeZone: string): boolean {
    try {
      return Number.isFinite(learnerCalendar(NOW, { timeZone, dayStartsAtHour: 0 }).today.start);
    } catch {
      return false;
    }
  }

  test.each([
    ['all that Intl lists', Intl.supportedValuesOf('timeZone'), 400],
    ['old three-letter names', short, 6],
    [
      'offsets and unusual names',
      ['UTC', 'GMT', '+05:30', 'Z', 'Etc/GMT+5', 'Japan', 'jst', 'PST8PDT', ''],
      6,
    ],
  ])('%s', (_, names, atLeast) => {
    const taken = names.filter(isTimeZone);

    expect(taken).toEqual(names.filter(isSupported));
    expect(taken.length).toBeGreaterThanOrEqual(atLeast);
  });

  test.each(['JST', 'PST', 'IST', 'BST', 'CST', 'AST'])('%s is refused', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});
