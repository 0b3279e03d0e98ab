import { counted } from '@immersion-tracker/contract';

/** The kinds of watch records: how `--json` and people call them. */
export const KINDS = {
  episode: { plural: 'episodes', noun: 'episode' },
  movie: { plural: 'movies', noun: 'movie' },
  youtube_video: { plural: 'youtube_videos', noun: 'YouTube video' },
  spotify_episode: { plural: 'spotify_episodes', noun: 'podcast episode' },
} as const;

export type Kind = keyof typeof KINDS;

/** How many there are of each kind, in the form that `--json` prints. */
export type Counts = Readonly<Record<(typeof KINDS)[Kind]['plural'], number>>;

export const NONE: Counts = { episodes: 0, movies: 0, youtube_videos: 0, spotify_episodes: 0 };

export function countKinds(things: readonly { readonly kind: Kind }[]): Counts {
  const counts = { ...NONE };
  for (const { kind } of things) counts[KINDS[kind].plural] += 1;
  return counts;
}

export const totalOf = (counts: Counts): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** Such as `2 episodes` and `1 movie`, for the kinds of which there are any. */
export function countsInWords(counts: Counts): string[] {
  return Object.values(KINDS).flatMap(({ plural, noun }) =>
    counts[plural] > 0 ? [counted(counts[plural], noun)] : [],
  );
}
