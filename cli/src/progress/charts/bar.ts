// Lower than its line: bars of full height on lines that follow one another look like one.
const BLOCK = '▆';

/**
 * A bar as long, out of `width` columns, as the value is out of `most`. What is more than nothing
 * is never drawn as nothing.
 */
export function bar(value: number, most: number, width: number): string {
  if (value === 0) return '';
  return BLOCK.repeat(Math.max(1, Math.round((value / most) * width)));
}
