import { thousands } from '../text/counted.ts';
import type { Progress } from './progress.ts';

const AVERAGE = 'your average week';
/** The tracker compares from this many days of history on. */
const DAYS_TO_COMPARE = 14;
/** Percent below which a difference is not worth a number. */
const SLIGHT = 5;
/** Percent from which a person thinks in multiples. */
const MANIFOLD = 200;
/** So many average weeks in one take 19 years of history: a larger figure is no real one. */
const MOST_TIMES = 1000;

/** How the last week compares with the average one, in words that stand on one line. */
export function trend(
  progress: Pick<Progress, 'weekly_trend_percentage' | 'days_since_first_episode'>,
): string {
  const { weekly_trend_percentage: percent, days_since_first_episode: days } = progress;
  if (percent === null) {
    return days < DAYS_TO_COMPARE
      ? 'comparison after two weeks of history'
      : 'nothing has a known length yet';
  }
  if (Math.abs(percent) < SLIGHT) return `about as much as ${AVERAGE}`;
  if (percent < 0) return `${Math.min(100, Math.round(-percent))}% less than ${AVERAGE}`;
  if (percent < MANIFOLD) return `${Math.round(percent)}% more than ${AVERAGE}`;
  const times = Math.round(10 + percent / 10) / 10;
  return times > MOST_TIMES
    ? `more than ${thousands(MOST_TIMES)} times ${AVERAGE}`
    : `${times} times ${AVERAGE}`;
}
