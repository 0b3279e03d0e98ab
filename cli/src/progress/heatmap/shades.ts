import { durationInWords } from '@immersion-tracker/contract';

/** A day without a record, then the shades, from little to much. They also differ without colours. */
export const SHADES = ['·', '░', '▒', '▓', '█'] as const;

/** Round minutes from one shade to the next. */
const STEPS = [5, 10, 15, 20, 30, 40, 60, 80, 100, 120, 180, 240, 360];

/** The minutes from which the last three shades begin. */
type Bounds = readonly [number, number, number];

/**
 * With a daily goal, the last shade is a day that reached it, and the others are thirds of it. Without
 * one, about every fourth day has the last shade.
 */
export function boundsFor(minutes: readonly number[], dailyGoal: number | null): Bounds {
  if (dailyGoal !== null)
    return [Math.ceil(dailyGoal / 3), Math.ceil((dailyGoal * 2) / 3), dailyGoal];
  const sorted = minutes.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length * 0.75)] ?? 0;
  const step = STEPS.find((candidate) => candidate * 3 >= high) ?? 480;
  return [step, step * 2, step * 3];
}

/** The shade of a day with a record. */
export function shadeOf(minutes: number, bounds: Bounds): string {
  return SHADES[1 + bounds.filter((bound) => minutes >= bound).length] ?? SHADES[1];
}

/** What each shade means. */
export function legend(bounds: Bounds, dailyGoal: number | null): string[] {
  const [nothing, least, ...others] = SHADES;
  const [first, , last] = bounds;
  const words = bounds.map((bound, index) => {
    const isGoal = dailyGoal !== null && bound === last;
    const from = isGoal
      ? `your goal of ${durationInWords(bound)}`
      : `from ${durationInWords(bound)}`;
    // A goal of one or two minutes has no thirds.
    return bound === bounds[index + 1] ? [] : [`${others[index]} ${from}`];
  });
  return [`${nothing} nothing`, `${least} under ${durationInWords(first)}`, ...words.flat()];
}
