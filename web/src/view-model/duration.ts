import type { FormatNumber } from './formats.ts';

/** Keeps a number and its unit on one line. */
const NBSP = '\u00a0';

/** Whole minutes as a person says them: `40 min`, `2 h`, `1 h 20 min`. The SI has both symbols. */
export function duration(minutes: number, number: FormatNumber): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const inHours = `${number(hours)}${NBSP}h`;
  const inMinutes = `${number(rest)}${NBSP}min`;
  if (hours === 0) return inMinutes;
  return rest === 0 ? inHours : `${inHours} ${inMinutes}`;
}
