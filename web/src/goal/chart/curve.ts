import { FORECAST_MOST_DAYS } from '@immersion-tracker/contract';
import { dayNumber } from '../../days/days.ts';
import type { Goal, History } from '../../tracker/tracker.ts';
import type { Size } from '../../ui/use-size.ts';
import { type GrowthDay, growthOf, totalOf } from '../growth.ts';
import type { Point } from './place-labels.ts';
import { type Span, spanOf } from './span.ts';

/** Where everything of the chart is, in pixels. */
export interface Drawing {
  readonly span: Span;
  /** The y of zero hours. */
  readonly base: number;
  /** The hours so far, from left to right. */
  readonly curve: readonly Point[];
  readonly today: Point;
  /** The y of the target; undefined without one. */
  readonly target?: number | undefined;
  readonly forecast?: ForecastDrawing | undefined;
  /** The x of the learner's own date, if it is in the picture. */
  readonly date?: number | undefined;
  x(day: number): number;
}

export interface ForecastDrawing {
  /** The line to the early date, and the one to the late date, which may run out of the picture. */
  readonly early: readonly [Point, Point];
  readonly late: readonly [Point, Point];
  readonly likely: readonly [Point, Point];
  /** The corners of what is between them. */
  readonly band: readonly Point[];
  /** The part of the target line between the early and the late date. */
  readonly range: readonly [number, number];
}

/** Pixels above the highest line, for its label. */
const TOP = 20;
/** Pixels below zero hours, for the time. */
const BOTTOM = 22;
/** Pixels at both sides, so that strokes are inside. */
const SIDE = 1;

export function drawingOf(history: History, { width, height }: Size): Drawing {
  const { goal } = history;
  const growth = growthOf(history);
  const total = totalOf(growth);
  const targetSeconds = goal?.target_hours == null ? undefined : goal.target_hours * 3600;
  const isReached = targetSeconds !== undefined && total >= targetSeconds;
  const span = spanOf(history, goal, isReached);

  const base = height - BOTTOM;
  const most = Math.max(total, targetSeconds ?? 0, 1);
  const x = (day: number) =>
    SIDE + ((day - span.start) / (span.end - span.start)) * (width - 2 * SIDE);
  const y = (seconds: number) => base - (seconds / most) * (base - TOP);

  const today = { x: x(span.today), y: y(total) };
  const target = targetSeconds === undefined ? undefined : y(targetSeconds);
  const dated = goal?.target_date == null ? undefined : dayNumber(goal.target_date);
  const isShown = dated !== undefined && dated >= span.start && dated <= span.end && !isReached;
  return {
    ...{ span, base, today, target, x },
    curve: curveOf(growth, span, x, y),
    forecast:
      goal?.forecast && target !== undefined && !isReached
        ? forecastOf(goal.forecast, span, today, target, x)
        : undefined,
    date: isShown && target !== undefined ? x(dated) : undefined,
  };
}

function curveOf(
  growth: readonly GrowthDay[],
  { start, today }: Span,
  x: (day: number) => number,
  y: (seconds: number) => number,
): Point[] {
  const points: Point[] = [];
  let last = { day: start, seconds: 0 };
  const add = (day: number, seconds: number) => {
    const point = { x: x(day), y: y(seconds) };
    // More points than this in a pixel cannot be seen.
    const before = points.at(-2);
    if (before && point.x - before.x < 0.5) points.pop();
    points.push(point);
  };
  add(start, 0);
  for (const { day, seconds } of growth) {
    // A pause is level.
    if (day > last.day + 1) add(day - 1, last.seconds);
    add(day, seconds);
    last = { day, seconds };
  }
  if (last.day < today) add(today, last.seconds);
  return points;
}

function forecastOf(
  { early, likely, late }: NonNullable<Goal['forecast']>,
  span: Span,
  today: Point,
  target: number,
  x: (day: number) => number,
): ForecastDrawing {
  const right = x(span.end);
  const to = (day: number): readonly [Point, Point] => [today, { x: x(day), y: target }];
  const toLate = cut(to(late === null ? span.today + FORECAST_MOST_DAYS : dayNumber(late)), right);
  const toEarly = to(dayNumber(early));
  const [, end] = toLate;
  const corner = end.y > target ? [{ x: right, y: target }] : [];
  return {
    early: toEarly,
    late: toLate,
    likely: to(dayNumber(likely)),
    band: [today, toEarly[1], ...corner, end],
    range: [toEarly[1].x, end.x],
  };
}

/** The part of a line that is in the picture. */
function cut([start, end]: readonly [Point, Point], right: number): readonly [Point, Point] {
  if (end.x <= right) return [start, end];
  const share = (right - start.x) / (end.x - start.x);
  return [start, { x: right, y: start.y + (end.y - start.y) * share }];
}
