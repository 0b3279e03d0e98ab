import { extname } from 'node:path';
import { readPath } from '../../media/names/read-name.ts';
import type { Claim, EpisodeClaim } from '../claims/claims.ts';
import type { Lengths } from './measure.ts';

/** How many times longer or shorter than expected an episode may be. A finale is often twice as long. */
const FACTOR = 4;
/** An expected length needs at least so many other episodes of the show. */
const FEWEST_OTHERS = 2;

/** The plausible lengths, in seconds, of what has nothing to be compared with. */
const PLAUSIBLE = {
  episode: { least: 60, most: 4 * 60 * 60 },
  movie: { least: 5 * 60, most: 10 * 60 * 60 },
};

/** A file whose length is far from what its name promises, such as a sample of 30 seconds. */
export interface OddLength {
  readonly claim: Claim;
  /** In seconds, as is `usual`. */
  readonly length: number;
  /** How long one episode of the show usually is; undefined if there are too few. */
  readonly usual: number | undefined;
}

/** Finds files of odd length. An episode is compared with the other measured episodes of its show. */
export function oddLengths(lengths: Lengths): OddLength[] {
  const episodes = [...lengths.keys()].filter((claim) => claim.kind === 'episode');
  const shows = Map.groupBy(episodes, ({ folder_name }) => folder_name);
  const usualLengths = new Map(
    [...shows].map(([show, ofShow]) => [show, usualLength(ofShow, lengths)]),
  );
  return [...lengths].flatMap(([claim, length]) => {
    if (claim.kind !== 'episode' && claim.kind !== 'movie') return [];
    const usual = claim.kind === 'episode' ? usualLengths.get(claim.folder_name) : undefined;
    const expected = usual && claim.kind === 'episode' ? usual * episodesIn(claim) : undefined;
    const { least, most } =
      expected === undefined
        ? PLAUSIBLE[claim.kind]
        : { least: expected / FACTOR, most: expected * FACTOR };
    return length < least || length > most ? [{ claim, length, usual }] : [];
  });
}

/** The median length of one episode; undefined if there are too few. */
function usualLength(claims: readonly EpisodeClaim[], lengths: Lengths): number | undefined {
  if (claims.length <= FEWEST_OTHERS) return undefined;
  const each = claims.map((claim) => (lengths.get(claim) ?? 0) / episodesIn(claim));
  return each.sort((a, b) => a - b)[Math.floor(each.length / 2)];
}

/** 2 for `S01E01-E02`. */
function episodesIn({ folder_name, file_name, video }: EpisodeClaim): number {
  const { episode, episodeEnd } = readPath(`${folder_name}/${file_name}${extname(video.path)}`);
  return episode === null || episodeEnd === null ? 1 : Math.floor(episodeEnd - episode) + 1;
}
