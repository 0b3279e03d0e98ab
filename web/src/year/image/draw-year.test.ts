import { byKind, type HistoryDay, type KindId, mediaKinds } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { daysAfter } from '../../days/days.ts';
import { historyDay, noHistory, seen } from '../../days/testing/samples.ts';
import { createFormats } from '../../text/formats.ts';
import type { Favourite } from '../favourites.ts';
import { yearFigures } from '../year-figures.ts';
import { HEIGHT, type Picture, WIDTH } from './canvas.ts';
import { drawYear } from './draw-year.ts';
import { covering } from './favourite-pictures.ts';
import { RecordingPen } from './testing/recording-pen.ts';

const formats = createFormats(['en-NZ']);
const LONG = 'とても長い名前のついた番組 and then some more words in English, which do not end';

const favourite = (kind: KindId, fields: Partial<Favourite> = {}): Favourite => ({
  ...{ kind, id: kind, name: `Name of ${kind}`, seconds: 3600, isGuess: false, artwork: null },
  ...fields,
});

function draw(
  days: readonly HistoryDay[],
  favourites: readonly Favourite[] = [],
  pictures: ReadonlyMap<string, Picture> = new Map(),
  year = 2026,
): RecordingPen {
  const pen = new RecordingPen();
  const figures = yearFigures({ ...noHistory, days: [...days] }, year);
  const icons = byKind(() => []);
  drawYear(pen, {
    ...{ figures, favourites, pictures, formats, icons, logo: undefined, family: 'sans-serif' },
  });
  return pen;
}

const textsOf = (pen: RecordingPen) => pen.texts.map(({ text }) => seen(text));

/** Every day of a year, with so many hours of every medium. */
const fullYear = (year: number, hours: number): HistoryDay[] =>
  Array.from({ length: 365 }, (_, index) => {
    const sums = mediaKinds.map(({ id }) => [`${id}_seconds`, hours * 3600 + (index % 60)]);
    return historyDay(daysAfter(`${year}-01-01`, index), Object.fromEntries(sums));
  });

const oneDay = [historyDay('2026-11-27', { episode_seconds: 2520, episode_records: 1 })];
const all = mediaKinds.map(({ id }) => favourite(id, { name: LONG }));

describe('nothing is drawn outside the image', () => {
  test.each([
    ['a year with too much of everything', fullYear(2026, 6), all, 2026],
    // It has 54 weeks: it begins on a Sunday, and ends on a Monday.
    ['a year with the most weeks', fullYear(2012, 1), all.slice(0, 3), 2012],
    ['two long names', fullYear(2026, 1), all.slice(0, 2), 2026],
    ['one long name', oneDay, all.slice(2, 3), 2026],
    ['a day', oneDay, [], 2026],
  ])('with %s', (_, days, favourites, year) => {
    const pen = draw(days, favourites, undefined, year);

    for (const { left, top, right, bottom } of pen.everything) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(WIDTH);
      expect(bottom).toBeLessThanOrEqual(HEIGHT);
    }
  });
});

test.each([1, 2, 3, 4])('with %i favourites, no text is drawn over another', (count) => {
  const { texts } = draw(fullYear(2026, 6), all.slice(0, count));

  const overlaps = texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
  expect(overlaps).toEqual([]);
});

test('the image has every figure', () => {
  const days = [
    historyDay('2026-01-05', { episode_seconds: 40 * 3600, youtube_video_seconds: 9 * 3600 }),
    historyDay('2026-01-06', { movie_seconds: 7440 }),
    historyDay('2026-11-27', { spotify_episode_seconds: 3600 }),
  ];
  const pen = draw(days, [favourite('movie', { name: '坂の上のピアノ', seconds: 7440 })]);

  expect(textsOf(pen)).toEqual(
    expect.arrayContaining([
      ...['My year of immersion', '2026', 'until 27 November', '52', 'hours', '3', 'days'],
      ...['2', 'days in a row', 'Jan', 'Dec', '坂の上のピアノ', '坂', '2 h 4 min'],
      ...['Shows 40 h', 'Movies 2 h 4 min', 'YouTube 9 h', 'Podcasts 1 h'],
    ]),
  );
});

test('a year of one short day is in minutes, without days in a row', () => {
  const texts = textsOf(draw(oneDay));

  expect(texts).toEqual(expect.arrayContaining(['42', 'min', '1', 'day', 'Shows 42 min']));
  expect(texts).not.toContain('days in a row');
});

test('every day has its colour, and the days to come are outlined', () => {
  const days = [
    historyDay('2026-01-01', { episode_seconds: 60 }),
    historyDay('2026-01-02', { episode_seconds: 30 * 60 }),
    historyDay('2026-01-03', { episode_seconds: 60 * 60 }),
    historyDay('2026-01-04', { episode_seconds: 120 * 60 }),
  ];

  const cells = draw(days).shapes.slice(1, 366);

  expect(cells.slice(0, 5).map(({ fill }) => fill)).toEqual([
    ...['#5a50c4', '#8b87ea', '#bfc3ff', '#fff7df', '#3a2f9c'],
  ]);
  // 27 November is day 331.
  expect(cells[330]).toMatchObject({ fill: '#3a2f9c' });
  expect(cells[331]).toMatchObject({ stroke: '#3a2f9c' });
  expect(cells[331]).not.toHaveProperty('fill');
  // 1 January 2026 is a Thursday, so the fifth day begins the second column.
  expect(cells[4]?.left).toBeGreaterThan(cells[3]?.right ?? Number.NaN);
  expect(cells[4]?.top).toBeLessThan(cells[0]?.top ?? Number.NaN);
});

test('long names are clipped with an ellipsis', () => {
  const names = textsOf(draw(oneDay, all)).filter((text) => text.startsWith('とても'));

  expect(names).toHaveLength(4);
  for (const name of names) expect(name).toMatch(/…$/);
});

test('pictures are drawn in place of first characters', () => {
  const source = {} as CanvasImageSource;
  const artwork = 'https://artwork.example/a.jpg';
  const pen = draw(
    oneDay,
    [favourite('episode', { name: 'Dark', artwork }), favourite('movie', { name: 'Up' })],
    new Map([[artwork, { source, width: 400, height: 400 }]]),
  );

  expect(pen.images).toEqual([{ left: 72, top: 719, right: 296, bottom: 1033 }]);
  expect(textsOf(pen)).toContain('U');
  expect(textsOf(pen)).not.toContain('D');
});

test('a picture covers its box from the middle', () => {
  const box = { x: 100, y: 100, width: 100, height: 200 };

  expect(covering({ width: 400, height: 400 }, box)).toEqual([50, 100, 200, 200]);
  expect(covering({ width: 50, height: 200 }, box)).toEqual([100, 0, 100, 400]);
});
