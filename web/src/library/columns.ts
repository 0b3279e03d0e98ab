/** The narrowest poster, in pixels, wherever more than the fewest columns fit. */
const NARROWEST = 136;
const FEWEST = 3;

/** How many posters fit beside each other. */
export const columnsIn = (width: number, gap: number): number =>
  Math.max(FEWEST, Math.floor((width + gap) / (NARROWEST + gap)));
