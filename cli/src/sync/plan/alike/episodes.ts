import { dirname, extname } from 'node:path';
import { readPath } from '../../../media/names/read-name.ts';
import { type EpisodeTitle, readEpisodeTitle } from '../../../media/names/titles/read-title.ts';
import type { EpisodeClaim } from '../../claims/claims.ts';
import { groupsBy, groupsByCopy } from './groups.ts';

interface Episode {
  readonly claim: EpisodeClaim;
  readonly season: number | null;
  /** The folder of its season, or null. Equal numbers in two such folders are different episodes. */
  readonly folder: string | null;
  /** The numbers of all episodes in the file. */
  readonly numbers: readonly number[];
  /** False for `01-02`, which may also be the second episode of the first season. */
  readonly isCertain: boolean;
  readonly date: string | null;
  /** Read only if the name gives neither a number nor a date. */
  readonly title: EpisodeTitle | null;
}

/** A title that may consist of the two numbers of a double episode. */
const TWO_NUMBERS = /^(\d{2,3}) (\d{2,3})$/;

/**
 * Groups files that may be the same episode: their numbers overlap, or their dates are equal, or, if they
 * have neither, their titles are equal. A file may be in several groups.
 */
export function alikeEpisodes(claims: readonly EpisodeClaim[]): EpisodeClaim[][] {
  const shows = Map.groupBy(claims, ({ folder_name }) => folder_name);
  const groups = [...shows.values()].flatMap((ofShow) => {
    const episodes = ofShow.map(readEpisode);
    return [...byNumber(episodes), ...byDate(episodes), ...byTitle(episodes)];
  });
  return groups.map((group) => group.map(({ claim }) => claim));
}

function readEpisode(claim: EpisodeClaim): Episode {
  const path = `${claim.folder_name}/${claim.file_name}${extname(claim.video.path)}`;
  const { season, episode, episodeEnd, date } = readPath(path);
  const title = episode === null && date === null ? readEpisodeTitle(path) : null;
  const [from = 0, to = 0] =
    TWO_NUMBERS.exec(title?.words ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  const isDouble = to === from + 1;
  const folder = dirname(claim.file_name);
  return {
    claim,
    season,
    folder: folder === '.' ? null : folder,
    numbers: isDouble ? [from, to] : numbersFrom(episode, episodeEnd),
    isCertain: !isDouble && (episodeEnd === null || season !== null),
    date,
    title: isDouble ? null : title,
  };
}

function numbersFrom(first: number | null, last: number | null): number[] {
  if (first === null) return [];
  const count = last === null ? 1 : Math.floor(last - first) + 1;
  return Array.from({ length: count }, (_, index) => first + index);
}

function byNumber(episodes: readonly Episode[]): Episode[][] {
  const numbered = episodes.flatMap((one) => one.numbers.map((number) => ({ number, one })));
  const ofNumbers = [...Map.groupBy(numbered, ({ number }) => number).values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => inSeasons(group.map(({ one }) => one)))
    .filter((group) => group.some(({ isCertain }) => isCertain));
  const doubtful = episodes.filter(({ isCertain }) => !isCertain);
  const ofRanges = Map.groupBy(doubtful, ({ numbers }) => numbers.join());
  return [...ofNumbers, ...[...ofRanges.values()].flatMap(inSeasons)];
}

function byDate(episodes: readonly Episode[]): Episode[][] {
  const dated = episodes.filter(({ date, numbers }) => date !== null && numbers.length === 0);
  return [...Map.groupBy(dated, ({ date }) => date).values()];
}

function byTitle(episodes: readonly Episode[]): Episode[][] {
  const titled = episodes.flatMap(({ title, ...one }) => (title === null ? [] : { ...one, title }));
  return [...Map.groupBy(titled, ({ title }) => title.words).values()]
    .flatMap(inSeasons)
    .flatMap((group) => groupsBy(group, ({ title }) => title.uploadId))
    .flatMap(groupsByCopy);
}

function inSeasons<T extends Episode>(episodes: readonly T[]): T[][] {
  return groupsBy(episodes, ({ season }) => season).flatMap((ofSeason) =>
    groupsBy(ofSeason, ({ folder }) => folder),
  );
}
