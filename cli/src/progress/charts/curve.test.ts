import { describe, expect, test } from 'vitest';
import { plainPaint } from '../../text/paint.ts';
import { nothing, quarters } from '../testing/any-progress.ts';
import { curve } from './curve.ts';

const lines = (hours: readonly number[], columns = 40) =>
  curve({ ...nothing, all_time_progress: quarters(...hours) }, columns, plainPaint);

describe('the chart of all time', () => {
  test('is left out without quarters', () => {
    expect(lines([])).toEqual([]);
  });

  test('is left out before the first hour', () => {
    expect(lines([0, 0])).toEqual([
      'All time',
      '  Your curve starts with your first full',
      '  hour.',
    ]);
  });

  test('of one quarter labels it once', () => {
    // 32 columns for 40 h on 8 lines of 8 levels: 2 more levels with each column.
    const [heading, top, ...rest] = lines([40]);

    expect(heading).toBe('All time');
    expect(top).toBe(`  40 h ┤${' '.repeat(28)}▂▄▆█`);
    expect(rest.at(-2)).toBe(`   0 h └${'─'.repeat(32)}`);
    expect(rest.at(-1)).toBe('        Jan 2021');
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

    const drawn = curve({ ...nothing, all_time_progress }, 40, plainPaint);

    expect(drawn.at(-1)).toBe('        January and Fe… January and Feb…');
  });

  test('leaves out the line of labels if all are blank', () => {
    const all_time_progress = [{ label: ' ', cumulative_hours: 40 }];

    const drawn = curve({ ...nothing, all_time_progress }, 40, plainPaint);

    expect(drawn.at(-1)).toBe(`   0 h └${'─'.repeat(32)}`);
  });
});
