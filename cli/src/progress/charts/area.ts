const LEVELS = 8;
const BLOCKS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/**
 * The area under a curve, as `height` lines of at most `width` block characters, the topmost first.
 * The curve rises from 0 at the left edge through all values, evenly spaced, to the last one, which
 * the rightmost column shows however many values there are.
 */
export function area(
  values: readonly number[],
  top: number,
  { width, height }: { readonly width: number; readonly height: number },
): string[] {
  const levels = Array.from({ length: width }, (_, column) => {
    const value = valueAt(values, ((column + 1) * values.length) / width);
    return value === 0 ? 0 : Math.max(1, Math.round((value / top) * height * LEVELS));
  });
  return Array.from({ length: height }, (_, row) => {
    const below = (height - 1 - row) * LEVELS;
    const blocks = levels.map((level) => BLOCKS[Math.min(LEVELS, Math.max(0, level - below))]);
    return blocks.join('').trimEnd();
  });
}

/** The curve at a position between 0 and the number of values, on straight lines between them. */
function valueAt(values: readonly number[], position: number): number {
  const passed = Math.floor(position);
  const from = values[passed - 1] ?? 0;
  const to = values[passed] ?? from;
  return from + (to - from) * (position - passed);
}
