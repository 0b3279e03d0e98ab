/** The narrowest poster in pixels, with letters of the usual size. Only the fewest columns may be narrower. */
const NARROWEST = 136;
const FEWEST = 3;

/** How many posters fit beside each other. `width` and `gap` are in pixels; `letters` is 1 for the usual size. */
export function columnsIn(width: number, gap: number, letters: number): number {
  const fitting = Math.floor((width + gap) / (NARROWEST * letters + gap));
  return Math.max(1, Math.round(FEWEST / letters), fitting);
}
