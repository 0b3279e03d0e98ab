import { episode, itemKey, type LinkKindId, linkKinds, movie } from '@immersion-tracker/contract';
import type { Media } from '../../disk/scanning/scan.ts';
import type { Video } from '../../disk/video-folder.ts';
import type { ListLine, WatchedList } from '../../disk/watched-list/watched-list.ts';

/** A file in a `watched` folder. It claims that its content was watched. */
interface FileClaim {
  /** The id under which a first viewing is recorded. */
  readonly record: string;
  /** A show's folder, or the movies. Questions about one group are asked together. */
  readonly group: string;
  readonly file_name: string;
  readonly video: Video;
}
export interface EpisodeClaim extends FileClaim {
  readonly kind: 'episode';
  readonly folder_name: string;
}
export interface MovieClaim extends FileClaim {
  readonly kind: 'movie';
}

/** A line of `watched.txt`. It claims that the content of its link was watched. */
export interface LinkClaim {
  readonly kind: LinkKindId;
  readonly record: string;
  readonly group: string;
  /** The provider's id. */
  readonly id: string;
  readonly line: ListLine;
  /** The date that the line begins with, as `YYYY-MM-DD`. */
  readonly date: string | undefined;
  readonly list: WatchedList;
}

export type Claim = EpisodeClaim | MovieClaim | LinkClaim;

const MOVIES = 'movies';
const LIST = 'watched.txt';

/** A claim for every watched file and every listed link that a scan found. */
export function claimsIn({ shows, movies, list }: Media): Claim[] {
  const episodeClaims = shows.flatMap(({ name: folder_name, videos }) =>
    videos.map((video): EpisodeClaim => {
      const record = itemKey(episode.record, folder_name, video.name);
      return { kind: 'episode', record, group: folder_name, folder_name, ...fileOf(video) };
    }),
  );
  const movieClaims = movies
    .flatMap(({ videos }) => videos)
    .map((video): MovieClaim => {
      const record = itemKey(movie.record, video.name);
      return { kind: 'movie', record, group: MOVIES, ...fileOf(video) };
    });
  return [...episodeClaims, ...movieClaims, ...(list === undefined ? [] : linksIn(list))];
}

function linksIn(list: WatchedList): LinkClaim[] {
  return linkKinds.flatMap(({ id: kind, record, provider }) =>
    list.links
      .filter((link) => link.provider === provider.id)
      .map(({ id, line, date }): LinkClaim => {
        return { kind, record: itemKey(record, id), group: LIST, list, id, line, date };
      }),
  );
}

const fileOf = (video: Video) => ({ file_name: video.name, video });

/** How messages name a claim: the file name, or the text of the line. */
export function labelOf(claim: Claim): string {
  return 'line' in claim ? claim.line.bytes.toString('utf8').trim() : claim.file_name;
}
