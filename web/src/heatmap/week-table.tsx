import { type HistoryDay, secondsOfDay } from '@immersion-tracker/contract';
import { daysAfter, heatLevel } from '../days/days.ts';
import { useFormats } from '../text/use-formats.ts';
import { DayCell } from './day-cell.tsx';
import { monthsOf, type Span, type Week } from './year.ts';

export interface WeekTableProps {
  readonly weeks: readonly Week[];
  /** For how many weeks there is room. */
  readonly width: number;
  /** The days on which something could have been watched. */
  readonly counted: Span;
  readonly days: ReadonlyMap<string, HistoryDay>;
  readonly today: string;
  readonly dailyGoalMinutes: number | null;
  readonly chosen: string | undefined;
  /** The day that the Tab key leads to. */
  readonly tabStop: string;
}

/** The days of some weeks as a table, with the weekdays as its rows. */
export function WeekTable({
  weeks,
  width,
  counted,
  days,
  today,
  tabStop,
  chosen,
  dailyGoalMinutes,
}: WeekTableProps) {
  const { shortMonth, monthAndYear, weekday, fullDay, length } = useFormats();
  const dates = weeks.flat().filter((date) => date !== undefined);
  const [first = today] = dates;
  const last = dates.at(-1) ?? today;
  const free = width - weeks.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys move between its cells.
    <table role="grid" aria-label={`${monthAndYear(first)} to ${monthAndYear(last)}`}>
      <colgroup>
        <col className="heatmap-weekday" />
        <col span={width} />
      </colgroup>
      {/* A week in two months stands below the second, so screen readers would announce it for days of the first. */}
      <thead aria-hidden="true">
        <tr>
          <td />
          {monthsOf(weeks).map(({ date, weeks: columns }) => (
            <td key={date ?? 'none'} colSpan={columns}>
              {date !== undefined && shortMonth(date)}
            </td>
          ))}
          {free > 0 && <td colSpan={free} />}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: 7 }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are the weekdays.
          <tr key={row}>
            <th scope="row">
              {/* Every other name is enough to tell the rows apart. */}
              <span className={row % 2 === 1 ? 'visually-hidden' : undefined}>
                {weekday(daysAfter(MONDAY, row))}
              </span>
            </th>
            {weeks.map((week, column) => {
              const date = week[row];
              const key = `${column}`;
              if (date === undefined) return <td key={key} />;
              if (date < counted.first || date > counted.last) {
                return (
                  <td key={key}>
                    <span className="heatmap-not-yet" />
                  </td>
                );
              }
              const day = days.get(date);
              const watched = day === undefined ? 'nothing' : length(secondsOfDay(day));
              return (
                <DayCell
                  key={key}
                  date={date}
                  name={`${fullDay(date)}, ${watched}`}
                  level={heatLevel(day, dailyGoalMinutes)}
                  isToday={date === today}
                  isChosen={date === chosen}
                  isTabStop={date === tabStop}
                />
              );
            })}
            {free > 0 && <td colSpan={free} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Any Monday. */
const MONDAY = '2026-11-23';
