const LEVELS = 8;
const BLOCKS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/**
 * Draws the area under a curve as `height` lines of at most `width` block characters, top line first.
 * `top` is the value at the upper edge. The curve starts from 0 at the left edge and passes through all
 * values, evenly spaced. The rightmost column always shows the last value.
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

/** The height of the curve at `position`, from 0 to the number of values, linearly interpolated. */
function valueAt(values: readonly number[], position: number): number {
  const passed = Math.floor(position);
  const from = values[passed - 1] ?? 0;
  const to = values[passed] ?? from;
  return from + (to - from) * (position - passed);
}
