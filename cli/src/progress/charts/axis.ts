const MOST_STEPS = 4;
const MOST_ROWS = 8;
const ROUND = [1, 2, 2.5, 5, 10];

/** A vertical axis from 0 to `steps` times `step` hours, with `rowsPerStep` lines for each step. */
export interface Axis {
  readonly step: number;
  readonly steps: number;
  readonly rowsPerStep: number;
}

/** An axis with few steps of round, whole hours that reaches `hours` (above 0). It has 6 or 8 rows. */
export function axisFor(hours: number): Axis {
  const power = 10 ** Math.floor(Math.log10(hours / MOST_STEPS));
  const step =
    ROUND.map((factor) => factor * power).find(
      (candidate) => Number.isInteger(candidate) && candidate * MOST_STEPS >= hours,
    ) ?? hours;
  const steps = Math.ceil(hours / step);
  return { step, steps, rowsPerStep: Math.floor(MOST_ROWS / steps) };
}
