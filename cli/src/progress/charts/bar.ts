// Lower than a line, so that bars on consecutive lines do not merge.
const BLOCK = '▆';

/**
 * A bar that is `width` columns long for a value of `most`, and proportionally shorter for less. Any value
 * above 0 gets at least one column.
 */
export function bar(value: number, most: number, width: number): string {
  if (value === 0) return '';
  return BLOCK.repeat(Math.max(1, Math.round((value / most) * width)));
}
