import { memo } from 'react';
import type { HeatLevel } from '../days/days.ts';

export interface DayCellProps {
  readonly date: string;
  /** Such as `Sunday, 23 August 2026, 3 h 40 min`. */
  readonly name: string;
  readonly level: HeatLevel;
  readonly isToday: boolean;
  readonly isChosen: boolean;
  /** Whether the Tab key leads here. */
  readonly isTabStop: boolean;
}

/** A day of the heatmap. Remembered, since there are hundreds and a key press concerns two. */
export const DayCell = memo(function DayCell(props: DayCellProps) {
  const { date, name, level, isToday, isChosen, isTabStop } = props;
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its table is a grid.
      role="gridcell"
      data-date={date}
      data-today={isToday || undefined}
      aria-label={name}
      aria-selected={isChosen}
      tabIndex={isTabStop ? 0 : -1}
    >
      <span data-heat={level} />
    </td>
  );
});
