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

/**
 * The files whose lengths are far from what their names promise, such as samples of 30 seconds. An episode
 * is compared with the other measured episodes of its show.
 */
export function oddLengths(lengths: Lengths): Claim[] {
  const episodes = [...lengths.keys()].filter((claim) => claim.kind === 'episode');
  const shows = Map.groupBy(episodes, ({ folder_name }) => folder_name);
  const usual = new Map([...shows].map(([show, ofShow]) => [show, usualLength(ofShow, lengths)]));
  return [...lengths].flatMap(([claim, length]) => {
    if (claim.kind !== 'episode' && claim.kind !== 'movie') return [];
    const expected = claim.kind === 'episode' ? usual.get(claim.folder_name) : undefined;
    const count = claim.kind === 'episode' ? episodesIn(claim) : 1;
    const { least, most } =
      expected === undefined
        ? PLAUSIBLE[claim.kind]
        : { least: (expected * count) / FACTOR, most: expected * count * FACTOR };
    return length < least || length > most ? [claim] : [];
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
