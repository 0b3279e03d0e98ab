import { type Progress, thousands } from '@immersion-tracker/contract';
import stringWidth from 'string-width';
import { fit, truncate } from '../../text/columns.ts';
import { wrap } from '../../text/flow.ts';
import type { Paint } from '../../text/paint.ts';
import { heading, INDENT, indented } from '../section.ts';
import { area } from './area.ts';
import { type Axis, axisFor } from './axis.ts';

type Quarters = Progress['all_time_progress'];

const RULE_WIDTH = ' ┤'.length;
const LEAST_AREA_WIDTH = 5;

/** The growth of the total hours, quarter by quarter. */
export function curve(progress: Progress, columns: number, paint: Paint): string[] {
  const quarters = progress.all_time_progress;
  if (quarters.length === 0) return [];

  const width = columns - INDENT.length;
  const most = Math.max(...quarters.map(({ cumulative_hours }) => cumulative_hours));
  const lines =
    most === 0
      ? wrap('Your curve starts with your first full hour.', width)
      : chart(quarters, axisFor(most), width, paint);
  return [...heading('All time', [], columns, paint), ...lines.map(indented)];
}

function chart(quarters: Quarters, axis: Axis, width: number, paint: Paint): string[] {
  const { step, steps, rowsPerStep } = axis;
  const labelWidth = hoursLabel(step * steps).length;
  const areaWidth = Math.max(LEAST_AREA_WIDTH, width - labelWidth - RULE_WIDTH);

  const hours = quarters.map(({ cumulative_hours }) => cumulative_hours);
  const size = { width: areaWidth, height: steps * rowsPerStep };
  const lines = area(hours, step * steps, size).map((blocks, row) => {
    const marked = row % rowsPerStep === 0;
    const label = marked ? hoursLabel(step * (steps - row / rowsPerStep)) : '';
    const rule = fit(label, labelWidth, 'right') + (marked ? ' ┤' : ' │');
    return blocks === '' ? paint.dim(rule) : paint.dim(rule) + paint.accent(blocks);
  });
  const floor = `${fit(hoursLabel(0), labelWidth, 'right')} └${'─'.repeat(areaWidth)}`;
  const labels = ends(quarters, areaWidth);
  const under = labels === '' ? [] : [' '.repeat(labelWidth + RULE_WIDTH) + labels];
  return [...lines, ...[floor, ...under].map((line) => paint.dim(line))];
}

const hoursLabel = (hours: number) => `${thousands(hours)} h`;

/** The label of the first quarter on the left, and that of the last on the right if there are several. */
function ends(quarters: Quarters, width: number): string {
  const first = truncate(quarters.at(0)?.label ?? '', Math.floor((width - 1) / 2));
  const last = quarters.length === 1 ? '' : (quarters.at(-1)?.label ?? '');
  const free = width - stringWidth(first);
  return (first + fit(truncate(last, free - 1), free, 'right')).trimEnd();
}
