import type { Paint } from '../../text/paint.ts';

const FILLED = '▆';
const OPEN = '▁';
const GAP = '  ';
const LEAST_LENGTH = 5;

/** How far `value` is on the way to `goal`, and the percentage. It is full only if the goal is reached. */
export function gauge(value: number, goal: number, width: number, paint: Paint): string {
  const percent = `${Math.floor((value / goal) * 100)}%`.padStart('100%'.length);
  const length = width - GAP.length - percent.length;
  if (length < LEAST_LENGTH) return percent.trimStart();
  const part = Math.floor(Math.min(1, value / goal) * length);
  const filled = value > 0 ? Math.max(1, part) : 0;
  const blocks = [
    paint.accent(FILLED.repeat(filled)),
    paint.dim(OPEN.repeat(length - filled)),
  ].filter((text) => text !== '');
  return blocks.join('') + GAP + percent;
}
