import { useFormats } from '../text/use-formats.ts';
import { type Bar, type Chart, daysIn } from './periods.ts';
import { apart, type Scale } from './scale.ts';

/** The goal of a bar's period, in seconds. */
export const goalOf = (bar: Pick<Bar, 'first' | 'last'>, minutesADay: number): number =>
  daysIn(bar) * minutesADay * 60;

export interface LinesProps {
  readonly chart: Chart;
  readonly scale: Scale;
  readonly dailyGoalMinutes: number | null;
}

/** The least distance between two labels, as a share of the chart's height. */
const LABEL_SHARE = 0.085;

/** The average, and the goal of each period, which differ with the lengths of months. */
export function Lines({ chart: { bars, average }, scale: { top }, dailyGoalMinutes }: LinesProps) {
  const y = (seconds: number) => 100 - (seconds / top) * 100;
  return (
    <svg
      className="weeks-lines"
      viewBox={`0 0 ${bars.length} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {average !== undefined && (
        <path className="weeks-average" d={`M0 ${y(average)}H${bars.length}`} />
      )}
      {dailyGoalMinutes !== null && (
        <path
          className="weeks-goal"
          d={bars
            .map(
              (bar, index) =>
                `${index === 0 ? 'M0 ' : 'V'}${y(goalOf(bar, dailyGoalMinutes))}H${index + 1}`,
            )
            .join('')}
        />
      )}
    </svg>
  );
}

/** Names the lines at their ends. */
export function LineLabels({ chart, scale: { top }, dailyGoalMinutes }: LinesProps) {
  const words = useLineWords(chart, dailyGoalMinutes);
  const { average } = chart;
  const now = chart.bars.at(-1);
  const goal =
    now === undefined || dailyGoalMinutes === null ? undefined : goalOf(now, dailyGoalMinutes);
  const shares = [(average ?? 0) / top, (goal ?? 0) / top] as const;
  const [averageAt, goalAt] =
    average === undefined || goal === undefined ? shares : apart(...shares, LABEL_SHARE);
  return (
    <>
      {words.average !== undefined && (
        <p className="weeks-line-label" style={{ bottom: `${averageAt * 100}%` }}>
          {words.average}
        </p>
      )}
      {words.goal !== undefined && (
        <p className="weeks-line-label weeks-goal-label" style={{ bottom: `${goalAt * 100}%` }}>
          {words.goal}
        </p>
      )}
    </>
  );
}

/** What the lines are called, such as `Goal 7 h`. */
export function useLineWords({ bars, average }: Chart, dailyGoalMinutes: number | null) {
  const { length, minutes } = useFormats();
  const now = bars.at(-1);
  return {
    average: average === undefined ? undefined : `Average ${length(average)}`,
    goal:
      now === undefined || dailyGoalMinutes === null
        ? undefined
        : `Goal ${minutes(goalOf(now, dailyGoalMinutes) / 60)}`,
  };
}
