import type { Formats } from './formats.ts';
import type { Progress } from './progress.ts';

const AVERAGE = 'your average week';
/** The tracker compares from this many days of history on. */
const DAYS_TO_COMPARE = 14;
/** Percent below which a difference is none that a person would feel. */
const SLIGHT = 5;
/** Percent from which a person thinks in multiples. */
const MANIFOLD = 200;
/** So many average weeks in one take 19 years of history: a larger figure is no real one. */
const MOST_TIMES = 1000;

/** How the last seven days compare with the average week. */
export interface Trend {
  readonly words: string;
  /** The tracker's own figure, where there is one. */
  readonly figure: string | undefined;
  readonly direction: 'up' | 'level' | 'down' | 'unknown';
}

export function trend(
  progress: Pick<Progress, 'weekly_trend_percentage' | 'days_since_first_episode'>,
  { change, number }: Pick<Formats, 'change' | 'number'>,
): Trend {
  const { weekly_trend_percentage: percent, days_since_first_episode: days } = progress;
  if (percent === null) {
    const words =
      days < DAYS_TO_COMPARE
        ? 'Two weeks of history make a comparison possible.'
        : 'Nothing has a known length yet, so there is nothing to compare.';
    return { words, figure: undefined, direction: 'unknown' };
  }
  const figure = change(percent);
  const rounded = Math.sign(percent) * Math.round(Math.abs(percent));
  if (Math.abs(rounded) < SLIGHT) {
    return { words: `About as much as in ${AVERAGE}`, figure, direction: 'level' };
  }
  if (rounded < 0) return { words: `Less than in ${AVERAGE}`, figure, direction: 'down' };
  if (rounded < MANIFOLD) return { words: `More than in ${AVERAGE}`, figure, direction: 'up' };
  const times = Math.round(10 + percent / 10) / 10;
  const many = times > MOST_TIMES ? `more than ${number(MOST_TIMES)}` : number(times);
  return { words: `${many} times ${AVERAGE}`, figure, direction: 'up' };
}
