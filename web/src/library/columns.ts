/** The narrowest poster, in pixels, wherever more than the fewest columns fit, and beside letters of the usual size. */
const NARROWEST = 136;
const FEWEST = 3;

/** How many posters fit beside each other. Letters of size 2 are twice as large as usual. */
export function columnsIn(width: number, gap: number, letters: number): number {
  const fitting = Math.floor((width + gap) / (NARROWEST * letters + gap));
  return Math.max(1, Math.round(FEWEST / letters), fitting);
}
