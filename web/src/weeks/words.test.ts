import { describe, expect, test } from 'vitest';
import { daysAfter } from '../days/days.ts';
import { historyDay, seen } from '../days/testing/samples.ts';
import { createFormats } from '../text/formats.ts';
import { chartOf, type Range } from './periods.ts';
import { barName, barWords, nowWords } from './words.ts';

const formats = createFormats(['en-GB']);
/** A Friday. */
const TODAY = '2026-11-27';

/** Half an hour of a show on every day of `count` until `today`, and a video on the last one. */
function history(count: number, today = TODAY) {
  return Array.from({ length: count }, (_, index) =>
    historyDay(daysAfter(today, index + 1 - count), {
      ...{ episode_seconds: 1800, youtube_video_seconds: index === count - 1 ? 600 : 0 },
    }),
  );
}

const said = ({ figure, rest, second = '' }: ReturnType<typeof nowWords>) =>
  seen(`${figure} ${rest} ${second}`).trim();

test.each<[string, number, Range, string]>([
  ['two weeks', 14, 'weeks', '2 h 40 min this week so far.'],
  [
    ...(['ten weeks', 70, 'weeks'] as const),
    '2 h 40 min this week so far. By Friday you usually have 2 h 30 min.',
  ],
  [
    ...(['ten months', 300, 'year'] as const),
    '13 h this month so far. By the 27th you usually have 13 h.',
  ],
  [
    ...(['four years', 1461, 'all'] as const),
    '29 h this quarter so far. By now you usually have 29 h.',
  ],
])('after %s, the chart compares with the same days', (_, count, range, words) => {
  expect(said(nowWords(chartOf(history(count), TODAY, range), TODAY, formats))).toBe(words);
});

test.each([
  ['2026-10-01', 'the 1st'],
  ['2026-10-02', 'the 2nd'],
  ['2026-10-03', 'the 3rd'],
  ['2026-10-11', 'the 11th'],
  ['2026-10-22', 'the 22nd'],
])('%s is %s of its month', (today, day) => {
  const words = nowWords(chartOf(history(300, today), today, 'year'), today, formats);

  expect(words.second).toContain(`By ${day} you usually`);
});

test('a week without anything is not compared', () => {
  const today = daysAfter(TODAY, 7);

  expect(said(nowWords(chartOf(history(70), today, 'weeks'), today, formats))).toBe(
    'Nothing yet this week.',
  );
});

describe('a bar', () => {
  const weeks = chartOf(history(70), TODAY, 'weeks');
  const quarters = chartOf(history(1461), TODAY, 'all');

  test.each([
    [weeks, 1, '3 h 30 min in the week of 21 Sept. Shows 3 h 30 min.'],
    [weeks, -1, '2 h 40 min this week so far. Shows 2 h 30 min, YouTube 10 min.'],
    [quarters, -2, '46 h in July to September 2026. Shows 46 h.'],
  ])('%# is named in the sentence', (chart, at, words) => {
    const bar = chart.bars.at(at);
    if (bar === undefined) throw new Error('There is no such bar.');

    expect(said(barWords(bar, chart, formats))).toBe(words);
  });

  test('has the same figures in its name', () => {
    const [, first] = weeks.bars;
    if (first === undefined) throw new Error('There is no bar.');

    expect(seen(barName(first, weeks, formats))).toBe(
      'Week of 21 Sept, 3 h 30 min: Shows 3 h 30 min',
    );
  });
});
