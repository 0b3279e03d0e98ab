import { extname } from 'node:path';
import { type MovieTitle, readMovieTitle } from '../../../media/names/titles/read-title.ts';
import type { MovieClaim } from '../../claims/claims.ts';
import { groupsBy, groupsByCopy } from './groups.ts';

interface Movie {
  readonly claim: MovieClaim;
  readonly title: MovieTitle;
}

/**
 * Groups files that may be the same movie, or its parts: their titles are equal, and their years too if
 * both have one. A file may be in several groups.
 */
export function alikeMovies(claims: readonly MovieClaim[]): MovieClaim[][] {
  const movies = claims.map((claim): Movie => {
    return { claim, title: readMovieTitle(`${claim.file_name}${extname(claim.video.path)}`) };
  });
  // A year without brackets, as in `Akira 1988`, may belong to the title.
  const withYear = Map.groupBy(movies, ({ title }) => `${title.words} ${title.year ?? ''}`.trim());
  const withoutYear = Map.groupBy(movies, ({ title }) => title.words);
  const groups = [
    ...[...withYear.values()].flatMap(inFolders),
    ...[...withoutYear.values()]
      .flatMap(inFolders)
      .flatMap((group) => groupsBy(group, ({ title }) => title.year)),
  ].flatMap(groupsByCopy);
  return groups.map((group) => group.map(({ claim }) => claim));
}

function inFolders(movies: readonly Movie[]): Movie[][] {
  return groupsBy(movies, ({ title }) => title.folder);
}
