import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, daysAfter } from '../../days/days.ts';
import { createFormats } from '../../text/formats.ts';
import { daily, forecast, historyOf, TODAY, thousand } from '../testing/samples.ts';
import { drawingOf } from './curve.ts';
import { type Labels, labelsOf } from './labels.ts';
import { type Box, overlap, type Point } from './place-labels.ts';
import { ticksOf } from './ticks.ts';

const formats = createFormats(['en-NZ']);
const size = { width: 302, height: 142 };
// The top 20 pixels are for a label, the lowest 22 for the time, so 100 are for hours.
const [TOP, BASE] = [20, 120];

describe('the curve', () => {
  test('begins at zero before the first day, is level in a pause, and ends today', () => {
    const { curve, span } = drawingOf(historyOf([60, 0, 0, 60, 0]), size);

    // Five days, and 18 % for the label of today, which is at least a day: 300 pixels for 6 days.
    expect(span.end - span.start).toBe(6);
    expect(curve).toEqual([
      { x: 1, y: BASE },
      { x: 51, y: BASE - 50 },
      { x: 151, y: BASE - 50 },
      { x: 201, y: TOP },
      { x: 251, y: TOP },
    ]);
  });

  test('of twenty years keeps its shape with few points', () => {
    const { curve, today } = drawingOf(historyOf([...daily(1, 3650), ...daily(59, 3650)]), size);

    // Half of the time brought one of sixty minutes.
    const middle = curve.filter(({ x }) => Math.abs(x - (1 + today.x) / 2) < 1);
    expect(middle.length).toBeGreaterThan(2);
    for (const { y } of middle) expect(Math.abs(y - (BASE - 100 / 60))).toBeLessThan(1);
    expect(curve.at(-1)).toEqual(today);
    expect(curve.length).toBeLessThan(size.width * 4);
  });

  test('counts days after today as today', () => {
    const history = { ...historyOf([60, 60, 60]), today: daysAfter(TODAY, -1) };

    const { curve, today } = drawingOf(history, size);

    expect(curve.at(-1)).toEqual(today);
    expect(curve.map(({ y }) => y)).toEqual([BASE, expect.closeTo(BASE - 100 / 3), TOP]);
  });
});

describe('the axis', () => {
  const spanOf = (goal: object) => {
    const { span } = drawingOf(historyOf(daily(60, 100), { ...thousand, ...goal }), size);
    return span.end - span.today;
  };
  const ahead = (likely: number, late: number | null) => ({
    forecast: {
      ...{ early: daysAfter(TODAY, 1), likely: daysAfter(TODAY, likely) },
      late: late === null ? null : daysAfter(TODAY, late),
    },
  });
  /** With the margin, which is 4 % of the whole axis. */
  const withMargin = (days: number) => expect.closeTo((100 + days) / 0.96 - 100);

  test.each([
    ['after the late date', ahead(100, 300), 300],
    ['after likely and twice the wait, if the late date is far off', ahead(100, 301), 300],
    ['after likely and twice the wait, without a late date', ahead(100, null), 300],
    ['after the learner’s date', { ...ahead(100, 300), target_date: daysAfter(TODAY, 400) }, 400],
    ['before a date that would squeeze it', { ...ahead(10, 30), target_date: '2050-01-01' }, 30],
    ['some time after today, without a forecast', { forecast: null }, 120],
  ])('ends %s', (_, goal, days) => {
    expect(spanOf(goal)).toEqual(withMargin(days));
  });
});

describe('the forecast', () => {
  const drawn = (late: string | null) =>
    drawingOf(historyOf(daily(60, 100), { ...thousand, forecast: { ...forecast, late } }), size);

  test('runs from today to the target line', () => {
    const { forecast: cone, today, target, x } = drawn('2029-01-15');
    const [early, likely, late] = ['2027-08-05', '2028-03-14', '2029-01-15'].map((date) => ({
      ...{ x: x(dayNumber(date)), y: target },
    }));

    expect(target).toBe(TOP);
    expect(cone).toEqual({
      early: [today, early],
      likely: [today, likely],
      late: [today, late],
      band: [today, early, late],
      range: [early?.x, late?.x],
    });
  });

  test('runs out of the picture without a late date', () => {
    const { forecast: cone, target, span, x } = drawn(null);
    const [, end] = cone?.late ?? [];

    expect(end?.x).toBe(x(span.end));
    expect(end?.y).toBeGreaterThan(target ?? Number.NaN);
    expect(cone?.band).toHaveLength(4);
    expect(cone?.band[2]).toEqual({ x: end?.x, y: target });
  });
});

describe('the label of today', () => {
  const placeOf = (goal: object) => {
    const drawing = drawingOf(historyOf(daily(60, 100), { ...thousand, ...goal }), size);
    const texts = { target: '1,000 h', today: 'Today', date: 'your date' };
    const { place } = labelsOf(drawing, texts, size).today ?? {};
    return { place, ...drawing.today };
  };

  test('is below its point, on the right, clear of the forecast', () => {
    const { place, x, y } = placeOf({ target_hours: 200 });

    expect(place?.left).toBe(x + 8);
    expect(place?.top).toBeGreaterThan(y);
  });

  test('is above its point, near zero', () => {
    const { place, x, y } = placeOf({ target_hours: 100_000, forecast: null });

    expect(place?.left).toBe(x + 8);
    expect(place?.bottom).toBeLessThan(y);
  });

  test('is on the left at the end of the axis', () => {
    const soon = { early: TODAY, likely: daysAfter(TODAY, 1), late: daysAfter(TODAY, 2) };

    expect(placeOf({ target_hours: 102, forecast: soon }).place?.anchor).toBe('end');
  });
});

describe('the ticks', () => {
  const labelsFor = (days: number, pixels = 340) =>
    ticksOf(
      { start: dayNumber('2025-03-28'), today: 0, end: dayNumber('2025-03-28') + days },
      pixels,
      54,
      formats,
    ).map(({ label }) => label);

  test.each([
    [3, ['29 Mar', '30 Mar']],
    [40, ['29 Mar', '5 Apr', '12 Apr', '19 Apr', '26 Apr']],
    [120, ['Apr', 'May', 'Jun', 'Jul']],
    [700, ['Jul', '2026', 'Jul']],
    // There is no room for 2029, of which only four months are in the picture.
    [1500, ['2026', '2027', '2028']],
    [10_950, ['2030', '2035', '2040', '2045', '2050']],
  ])('of %i days', (days, labels) => {
    expect(labelsFor(days)).toEqual(labels);
  });
});

test('whatever the history and the goal, everything is in the picture, and no label covers another', () => {
  const minutes = fc.tuple(
    fc.array(fc.constantFrom(0, 0, 1, 20, 60, 600), { minLength: 1, maxLength: 60 }),
    fc.nat(7300),
  );
  const waits = fc.option(fc.tuple(fc.nat(3650), fc.nat(3650), fc.option(fc.nat(3650))));
  const goals = fc.option(
    fc.record({
      target_hours: fc.option(fc.constantFrom(1, 2, 10, 300, 1000, 1_000_000)),
      target_date: fc.option(fc.integer({ min: -9000, max: 9000 })),
    }),
  );
  const widths = fc.constantFrom([240, 108], [322, 108], [342, 148], [700, 148]);
  fc.assert(
    fc.property(minutes, goals, waits, widths, ([some, pause], goal, wait, [width, height]) => {
      const sizeOf = { width: width ?? 0, height: height ?? 0 };
      const history = historyOf(
        [1, ...daily(0, pause), ...some],
        goal === null
          ? undefined
          : {
              target_hours: goal.target_hours,
              target_date: goal.target_date === null ? null : daysAfter(TODAY, goal.target_date),
              forecast: wait === null ? null : forecastAfter(wait),
            },
      );
      const drawing = drawingOf(history, sizeOf);
      const texts = { target: '1,000,000 h', today: 'Today', date: 'your date' };
      const labels = labelsOf(drawing, texts, sizeOf);

      const { curve, today, target, forecast: cone, date } = drawing;
      const isInside = ({ x, y }: Point) =>
        x >= 0 && x <= sizeOf.width + 1e-9 && y >= 0 && y <= drawing.base + 1e-9;
      const points = [...curve, today, ...(cone?.band ?? []), ...(cone?.likely ?? [])];
      expect(points.filter((point) => !isInside(point))).toEqual([]);
      const rises = curve.every(
        ({ x, y }, index) => x >= (curve[index - 1]?.x ?? 0) && y <= (curve[index - 1]?.y ?? y),
      );
      expect(rises).toBe(true);
      expect(curve.length).toBeLessThan(sizeOf.width * 4 + 9);
      expect(labels.today).toBeDefined();
      expect(labels.target === undefined).toBe(target === undefined);
      expect(labels.date === undefined).toBe(date === undefined);
      expect(troubles(labels, sizeOf.width, drawing.base)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

function forecastAfter([early, more, late]: [number, number, number | null]) {
  const likely = Math.min(3649, early + more);
  return {
    early: daysAfter(TODAY, Math.min(early, likely)),
    likely: daysAfter(TODAY, likely),
    late: late === null ? null : daysAfter(TODAY, Math.min(3649, likely + late)),
  };
}

/** Pairs of labels that overlap, and labels that leave the picture. */
function troubles({ target, today, date }: Labels, width: number, base: number): Box[][] {
  const boxes = [target, today, date].flatMap((label) => (label ? [label.place as Box] : []));
  const outside = boxes.filter(
    ({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > base,
  );
  const pairs = boxes.flatMap((one, index) => boxes.slice(index + 1).map((other) => [one, other]));
  return [
    ...outside.map((box) => [box]),
    ...pairs.filter(([one, other]) => one && other && overlap(one, other)),
  ];
}
