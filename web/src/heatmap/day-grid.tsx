import { type HistoryDay, secondsOfDay } from '@immersion-tracker/contract';
import { type FocusEvent, type KeyboardEvent, memo, type PointerEvent } from 'react';
import { daysAfter, heatLevel } from '../days/days.ts';
import { hashOf } from '../routes/routes.ts';
import { useFormats } from '../text/use-formats.ts';
import { DayCell } from './day-cell.tsx';
import { dayByKey, monthsOf, type Span, type Week } from './year.ts';

export interface DayGridProps {
  readonly weeks: readonly Week[];
  /** The days on which something could have been watched. */
  readonly counted: Span;
  readonly days: ReadonlyMap<string, HistoryDay>;
  readonly today: string;
  readonly dailyGoalMinutes: number | null;
  readonly chosen: string | undefined;
  /** In two tables below each other, for phones. */
  readonly inHalves: boolean;
  onChoose(date: string): void;
  /** Called with the day under the mouse. */
  onHover(date: string | undefined): void;
}

/** The days of a year as a table, or as two. Only one of them can be reached with the Tab key. */
export const DayGrid = memo(function DayGrid(props: DayGridProps) {
  const { weeks, counted, chosen, inHalves, onChoose, onHover } = props;
  const middle = Math.floor(weeks.length / 2);
  const parts = inHalves ? [weeks.slice(0, middle), weeks.slice(middle)] : [weeks];

  function press(event: KeyboardEvent<HTMLElement>) {
    const date = dateOfCell(event.target);
    if (date === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      location.hash = hashOf({ page: 'watched', filters: { day: date } });
      return;
    }
    const next = dayByKey(event.key, date, counted);
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  }

  function point(event: PointerEvent<HTMLElement>) {
    if (event.pointerType === 'mouse') {
      onHover(dateOfCell(event.target));
      return;
    }
    const date = nearestDate(event);
    if (date !== undefined) onChoose(date);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the days in it are what people interact with.
    <div
      className="heatmap"
      onFocus={(event: FocusEvent) => {
        const date = dateOfCell(event.target);
        if (date !== undefined) onChoose(date);
      }}
      onKeyDown={press}
      onPointerDown={point}
      onPointerMove={point}
      onPointerLeave={() => onHover(undefined)}
    >
      {parts.map((part) => (
        <WeekTable
          {...props}
          key={part[0]?.find(Boolean)}
          weeks={part}
          tabStop={chosen ?? counted.last}
          width={Math.max(...parts.map(({ length }) => length))}
        />
      ))}
    </div>
  );
});

const dateOfCell = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-date]')?.dataset.date : undefined;

/** The day at a finger, or at the edge of the table if the finger has left it. */
function nearestDate({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) {
  const bodies = [...currentTarget.querySelectorAll('tbody')].map((body) =>
    body.getBoundingClientRect(),
  );
  const distance = ({ top, bottom }: DOMRect) => Math.max(top - clientY, clientY - bottom, 0);
  const [box] = bodies.sort((a, b) => distance(a) - distance(b));
  if (box === undefined) return undefined;
  const inside = (at: number, from: number, to: number) => Math.min(Math.max(at, from + 1), to - 1);
  return dateOfCell(
    document.elementFromPoint(
      inside(clientX, box.left, box.right),
      inside(clientY, box.top, box.bottom),
    ),
  );
}

interface WeekTableProps extends DayGridProps {
  readonly tabStop: string;
  /** For how many weeks there is room. */
  readonly width: number;
}

function WeekTable({
  weeks,
  width,
  counted,
  days,
  today,
  tabStop,
  chosen,
  ...rest
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
      {/* Above a week of two months stands the second one, so it must not be read out for the first. */}
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
                  level={heatLevel(day, rest.dailyGoalMinutes)}
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
