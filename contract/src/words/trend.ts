import { type FormatNumber, thousands } from './nouns.ts';

/** The tracker computes a trend once it has this many days of history. */
const DAYS_TO_COMPARE = 14;
/** Differences below this percentage are too small to mention. */
const SLIGHT = 5;
/** From this percentage on, a multiple is easier to grasp. */
const MULTIPLE = 200;
/** One week can equal 1,000 average weeks only after 19 years of history. */
const MOST_TIMES = 1000;

/** How the last seven days compare with the average week. */
export interface Trend {
  /** Such as `more than your average week`, or the reason why a comparison is not possible. */
  readonly words: string;
  /** Whole percent if `words` says `more than` or `less than`; `words` does not repeat it. */
  readonly percent: number | undefined;
  readonly direction: 'up' | 'level' | 'down' | 'unknown';
}

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
    const words = tooNew ? 'comparison starts after two weeks' : 'nothing has a known length yet';
    return { direction: 'unknown', words, percent: undefined };
  }
  const percent = Math.round(Math.abs(trend));
  if (percent < SLIGHT) return known('level', 'about as much as');
  if (trend < 0) return known('down', 'less than', Math.min(100, percent));
  if (percent < MULTIPLE) return known('up', 'more than', percent);
  const times = Math.round(10 + trend / 10) / 10;
  const many = times > MOST_TIMES ? `more than ${number(MOST_TIMES)}` : number(times);
  return known('up', `${many} times`);
}
