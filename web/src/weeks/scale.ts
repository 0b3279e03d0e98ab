import { nice, range, ticks } from 'd3-array';

export interface Scale {
  /** The seconds at the top. */
  readonly top: number;
  /** Seconds from 0 to the top. */
  readonly ticks: readonly number[];
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** The most steps of a scale in minutes, and about how many one in hours has. */
const STEPS = 5;
/** Steps of a scale of fewer than five hours. */
const MINUTES = [1, 2, 5, 10, 15, 20, 30, 60];

/** A scale with round ticks on which `most` seconds have room. */
export function scaleOf(most: number): Scale {
  const minutes = MINUTES.find((step) => most <= step * MINUTE * STEPS);
  if (minutes === undefined) {
    const [, top] = nice(0, most / HOUR, STEPS);
    return { top: top * HOUR, ticks: ticks(0, top, STEPS).map((hours) => hours * HOUR) };
  }
  const step = minutes * MINUTE;
  const top = Math.max(1, Math.ceil(most / step)) * step;
  return { top, ticks: range(0, top + step, step) };
}

/** Moves the positions of two labels apart, so that at least `gap` lies between them. */
export function apart(one: number, other: number, gap: number): readonly [number, number] {
  if (Math.abs(one - other) >= gap) return [one, other];
  const middle = (one + other) / 2;
  return one < other ? [middle - gap / 2, middle + gap / 2] : [middle + gap / 2, middle - gap / 2];
}

/** Which of the bars at `indexes` get a label. The last one always does, and others if they are `gap` bars apart. */
export function labelled(indexes: readonly number[], gap: number): readonly number[] {
  const kept: number[] = [];
  for (const index of indexes.toReversed()) {
    const next = kept[0];
    if (next === undefined || next - index >= gap) kept.unshift(index);
  }
  return kept;
}
