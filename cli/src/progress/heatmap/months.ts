import { monthName } from '../../days/date-words.ts';

const LABEL_WIDTH = 3;

/**
 * A line of month names above the weeks in which the months begin, given the last day of each week. A name
 * without room is left out.
 */
export function months(lastDays: readonly number[], cellWidth: number, width: number): string {
  const names = lastDays.map(monthName);
  const starts = names.flatMap((name, week) =>
    name === names[week - 1] ? [] : [{ name, at: week * cellWidth }],
  );
  let line = '';
  for (const [index, { name, at }] of starts.entries()) {
    const next = starts[index + 1]?.at ?? width + 1;
    // The first column may be the end of its month, whose name would push out the next.
    const isCrowded = next - at <= LABEL_WIDTH;
    if (!isCrowded && at >= line.length) line = line.padEnd(at) + name;
  }
  return line;
}
