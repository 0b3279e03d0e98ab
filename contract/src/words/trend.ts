import { type FormatNumber, thousands } from './nouns.ts';

/** The tracker compares from this many days of history on. */
const DAYS_TO_COMPARE = 14;
/** Percent below which nobody would feel the difference. */
const SLIGHT = 5;
/** Percent from which a person thinks in multiples. */
const MANIFOLD = 200;
/** A thousand average weeks in one take 19 years of history: nobody watched a larger figure. */
const MOST_TIMES = 1000;

/** How the last seven days compare with the average week. */
export interface Trend {
  /** Such as `more than your average week`, or why there is no comparison. */
  readonly words: string;
  /** Whole percent, if the words are `more than` or `less than`; they do not hold the figure. */
  readonly percent: number | undefined;
  readonly direction: 'up' | 'level' | 'down' | 'unknown';
}

/** Puts the tracker's trend into words. */
export function trendInWords(
  progress: {
    readonly weekly_trend_percentage: number | null;
    readonly days_since_first_episode: number;
  },
  number: FormatNumber = thousands,
): Trend {
  const { weekly_trend_percentage: trend, days_since_first_episode: days } = progress;
  const known = (direction: Trend['direction'], comparison: string, percent?: number) => {
    return { direction, words: `${comparison} your average week`, percent };
  };
  if (trend === null) {
    const tooNew = days < DAYS_TO_COMPARE;
    const words = tooNew
      ? 'comparison after two weeks of history'
      : 'nothing has a known length yet';
    return { direction: 'unknown', words, percent: undefined };
  }
  const percent = Math.round(Math.abs(trend));
  if (percent < SLIGHT) return known('level', 'about as much as');
  if (trend < 0) return known('down', 'less than', Math.min(100, percent));
  if (percent < MANIFOLD) return known('up', 'more than', percent);
  const times = Math.round(10 + trend / 10) / 10;
  const many = times > MOST_TIMES ? `more than ${number(MOST_TIMES)}` : number(times);
  return known('up', `${many} times`);
}
