/** A year, month or day (`2026`, `2026-03`, `2026-03-14`); null if it is unknown. */
export type ReleaseDate = string | null;

const DATE = /^(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** A release date as Spotify sends it. Podcasts without one have the year 0000. */
export const readReleaseDate = (text: unknown): ReleaseDate =>
  typeof text === 'string' && DATE.test(text) ? text : null;

/**
 * The episodes that were released on or before this date, in the same order. A year or month counts as
 * its first day. Unknown dates are never included, and nothing is before an unknown date.
 */
export function episodesUpTo<Episode extends { readonly releaseDate: ReleaseDate }>(
  episodes: readonly Episode[],
  releaseDate: ReleaseDate,
): Episode[] {
  if (releaseDate === null) return [];
  const last = firstDay(releaseDate);
  return episodes.filter((episode) => {
    return episode.releaseDate !== null && firstDay(episode.releaseDate) <= last;
  });
}

/** As `2026-03-01`, so that the order of texts is the order of days. */
const firstDay = (date: string): string => `${date}-01-01`.slice(0, '2026-03-01'.length);
