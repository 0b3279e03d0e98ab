import { type FocusEvent, type KeyboardEvent, memo, type PointerEvent } from 'react';
import { hashOf } from '../routes/routes.ts';
import { WeekTable, type WeekTableProps } from './week-table.tsx';
import { dayByKey } from './year.ts';

export interface DayGridProps extends Omit<WeekTableProps, 'width' | 'tabStop'> {
  /** In two tables below each other, for phones. */
  readonly inHalves: boolean;
  onChoose(date: string): void;
  /** Called with the day under the mouse. */
  onHover(date: string | undefined): void;
}

/** The days of a year as a table, or as two. Only one of them can be reached with the Tab key. */
export const DayGrid = memo(function DayGrid(props: DayGridProps) {
  const { inHalves, onChoose, onHover, ...table } = props;
  const { weeks, counted, chosen } = table;
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
          {...table}
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
