import { weekdayOf } from '../../days/days.ts';
import type { Formats } from '../../text/formats.ts';
import type { YearDay } from '../year-figures.ts';
import { type Canvas2D, LEFT, RIGHT } from './canvas.ts';
import { HEAT, SOFT_INK } from './palette.ts';
import { write } from './text.ts';

const TOP = 528;
const GAP = 3.5;
const MONTHS_BASELINE = 514;

/** The heatmap: a column for each week from Monday to Sunday, and the months above it. */
export function drawHeat(
  pen: Canvas2D,
  days: readonly YearDay[],
  { shortMonth }: Formats,
  family: string,
): void {
  const offset = weekdayOf(days[0]?.date ?? '');
  const columns = Math.ceil((offset + days.length) / 7);
  const pitch = (RIGHT - LEFT + GAP) / columns;
  const size = pitch - GAP;
  for (const [index, { date, level }] of days.entries()) {
    const column = Math.floor((offset + index) / 7);
    const [x, y] = [LEFT + column * pitch, TOP + ((offset + index) % 7) * pitch];
    if (date.endsWith('-01')) {
      const style = { size: 18, weight: 400, colour: SOFT_INK, family };
      write(pen, shortMonth(date), [x, MONTHS_BASELINE], style);
    }
    pen.beginPath();
    if (level === undefined) {
      pen.roundRect(x + 0.5, y + 0.5, size - 1, size - 1, 3.5);
      pen.lineWidth = 1;
      pen.strokeStyle = HEAT[0];
      pen.stroke();
    } else {
      pen.roundRect(x, y, size, size, 4);
      pen.fillStyle = HEAT[level];
      pen.fill();
    }
  }
}
