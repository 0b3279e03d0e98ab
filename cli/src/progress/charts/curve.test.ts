import type { HistoryDay } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { plainPaint } from '../../text/paint.ts';
import { daysUntil, daysWith, noHistory, TODAY } from '../testing/any-history.ts';
import { nothing, quarters } from '../testing/any-progress.ts';
import { curve } from './curve.ts';

const NO_HOUR = ['All time', '  Your curve starts with your first full', '  hour.'];

describe('the chart of all time', () => {
  const lines = (days: HistoryDay[]) => curve(nothing, { ...noHistory, days }, 40, plainPaint);

  test('is left out before the third day', () => {
    expect(lines([])).toEqual([]);
    expect(lines(daysUntil(TODAY, 120, 120))).toEqual([]);
  });

  test('is left out before the first hour', () => {
    expect(lines(daysUntil(TODAY, 20, 19, 20))).toEqual(NO_HOUR);
  });

  test('grows day by day, and stays level on days without a record', () => {
    // Four days for 33 columns, and 4 h for 8 lines of 8 levels.
    expect(lines(daysWith({ '2026-11-22': 120, '2026-11-25': 120 }))).toEqual([
      'All time',
      '  4 h ┤                               ▄█',
      '      │                             ▄███',
      '  3 h ┤                          ▁▅█████',
      '      │                        ▁▅███████',
      '  2 h ┤      ▃▇█████████████████████████',
      '      │    ▃▇███████████████████████████',
      '  1 h ┤  ▄██████████████████████████████',
      '      │▄████████████████████████████████',
      `  0 h └${'─'.repeat(33)}`,
      '       22 November 2026            today',
    ]);
  });
});

describe('the chart of all time of a tracker that does not know days', () => {
  const lines = (hours: readonly number[], columns = 40) =>
    curve({ ...nothing, all_time_progress: quarters(...hours) }, undefined, columns, plainPaint);

  test('is left out before the second quarter', () => {
    expect(lines([])).toEqual([]);
    expect(lines([40])).toEqual([]);
  });

  test('is left out before the first hour', () => {
    expect(lines([0, 0])).toEqual(NO_HOUR);
  });

  test.each([2, 12, 60, 200])('of %d quarters labels the first and the last', (length) => {
    const hours = Array.from({ length }, (_, index) => (index + 1) * 10);
    const last = quarters(...hours).at(-1)?.label;

    const drawn = lines(hours, 80);

    expect(drawn.at(-1)?.trim().split(/ {2,}/)).toEqual(['Jan 2021', last]);
    expect(drawn.at(-1)).toHaveLength(80);
    expect(drawn.at(-3)).toHaveLength(80);
  });

  test('cuts labels that do not fit', () => {
    const label = 'January and February and March of 2021';
    const all_time_progress = [label, label].map((label) => ({ label, cumulative_hours: 40 }));

    const drawn = curve({ ...nothing, all_time_progress }, undefined, 40, plainPaint);

    expect(drawn.at(-1)).toBe('        January and Fe… January and Feb…');
  });

  test('leaves out the line of labels if all are blank', () => {
    const all_time_progress = [' ', ' '].map((label) => ({ label, cumulative_hours: 40 }));

    const drawn = curve({ ...nothing, all_time_progress }, undefined, 40, plainPaint);

    expect(drawn.at(-1)).toBe(`   0 h └${'─'.repeat(32)}`);
  });
});
