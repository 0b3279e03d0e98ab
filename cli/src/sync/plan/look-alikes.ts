import { dirname, extname } from 'node:path';
import { readMovie, readPath } from '../../names/read-name.ts';
import type { Claim, EpisodeClaim, MovieClaim } from './claims.ts';
import type { RecordedClaim, States } from './states.ts';

/** Files that may be one episode, or the parts of one movie. */
export interface LookAlikes {
  /** Those that are not recorded yet, in the order of the scan. */
  readonly fresh: readonly Claim[];
  /** Those that are. */
  readonly recorded: readonly RecordedClaim[];
}

/**
 * The fresh claims that another file of the same show or movie resembles: the same season and
 * episode, the same date, or another part. Only the learner knows whether they are the same.
 */
export function lookAlikesIn({ fresh, own, known }: States): LookAlikes[] {
  const recorded = new Map([...own, ...known].map((one) => [one.claim, one]));
  const groups = Map.groupBy(keyed([...fresh, ...recorded.keys()]), ({ key }) => key);
  return [...groups.values()].flatMap((group) => {
    if (group.length === 1) return [];
    const claims = group.map(({ claim }) => claim);
    const found = {
      fresh: claims.filter((claim) => !recorded.has(claim)),
      recorded: claims.flatMap((claim) => recorded.get(claim) ?? []),
    };
    return found.fresh.length > 0 ? [found] : [];
  });
}

interface Keyed {
  readonly key: string;
  readonly claim: EpisodeClaim | MovieClaim;
}

function keyed(claims: readonly Claim[]): Keyed[] {
  const episodes = claims.filter((claim) => claim.kind === 'episode');
  const shows = Map.groupBy(episodes, ({ folder_name }) => folder_name);
  return [
    ...[...shows.values()].flatMap(keyedEpisodes),
    ...claims.filter((claim) => claim.kind === 'movie').flatMap(keyedPart),
  ];
}

/** Episodes of one show that say which they are. */
function keyedEpisodes(claims: readonly EpisodeClaim[]): Keyed[] {
  const read = claims.map((claim) => {
    const { folder_name, file_name, video } = claim;
    return { claim, parts: readPath(`${folder_name}/${file_name}${extname(video.path)}`) };
  });
  const numbered = Map.groupBy(
    read.filter(({ parts }) => parts.episode !== null),
    ({ parts }) => `${parts.episode}-${parts.episodeEnd}`,
  );
  const byNumber = [...numbered].flatMap(([number, ofNumber]) => {
    // A name without a season may be of any: it is compared with the first that has the number.
    const seasons = ofNumber.flatMap(({ parts }) => parts.season ?? []);
    const first = seasons.length === 0 ? null : Math.min(...seasons);
    const bySeason = Map.groupBy(ofNumber, ({ parts }) => parts.season ?? first);
    return [...bySeason].flatMap(([season, ofSeason]) => {
      // Whoever keeps seasons in folders keeps them apart, whatever the names of the files say.
      const folders = ofSeason.map(({ claim }) => dirname(claim.file_name));
      const [some = '.'] = folders.filter((folder) => folder !== '.');
      return ofSeason.map(({ claim }, index) => {
        const folder = folders[index] === '.' ? some : folders[index];
        return { key: JSON.stringify([claim.folder_name, season, number, folder]), claim };
      });
    });
  });
  const byDate = read.flatMap(({ claim, parts: { episode, date } }) =>
    episode !== null || date === null
      ? []
      : [{ key: JSON.stringify([claim.folder_name, date]), claim }],
  );
  return [...byNumber, ...byDate];
}

/** Parts of a movie have one name but for the number at its end. */
function keyedPart(claim: MovieClaim): Keyed[] {
  const { part } = readMovie(`${claim.file_name}${extname(claim.video.path)}`);
  if (part === null) return [];
  return [{ key: claim.file_name.replace(/\d+(?=\D*$)/, '#').toLowerCase(), claim }];
}
