import { episode, itemKey, movie, spotifyEpisode, youtubeVideo } from '@immersion-tracker/contract';
import type { Media } from '../../media/scan.ts';
import type { ListLine, WatchedList } from '../../media/watched-list.ts';
import type { Video } from '../../media/watched-videos.ts';

/** A file in a `watched` folder: it claims that what it holds was watched. */
interface FileClaim {
  /** The id under which a first viewing is recorded. */
  readonly record: string;
  /** Whose questions are asked together: a show's folder, or the movies. */
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

/** A line of `watched.txt`. */
interface LineClaim {
  readonly record: string;
  readonly group: string;
  /** The provider's. */
  readonly id: string;
  readonly line: ListLine;
  readonly list: WatchedList;
}
interface VideoClaim extends LineClaim {
  readonly kind: 'youtube_video';
}
interface PodcastClaim extends LineClaim {
  readonly kind: 'spotify_episode';
}
export type LinkClaim = VideoClaim | PodcastClaim;

/** A file or a line that says that something was watched. */
export type Claim = EpisodeClaim | MovieClaim | LinkClaim;

const MOVIES = 'movies';
const LIST = 'watched.txt';

/** Every file and every line in what a scan found, each with the record that it claims. */
export function claimsIn({ shows, movies, list }: Media): Claim[] {
  const episodes = shows.flatMap(({ name: folder_name, videos }) =>
    videos.map((video): EpisodeClaim => {
      const record = itemKey(episode.record, folder_name, video.name);
      return { kind: 'episode', record, group: folder_name, folder_name, ...fileOf(video) };
    }),
  );
  const films = movies
    .flatMap(({ videos }) => videos)
    .map((video): MovieClaim => {
      return {
        kind: 'movie',
        record: itemKey(movie.record, video.name),
        group: MOVIES,
        ...fileOf(video),
      };
    });
  return [...episodes, ...films, ...(list === undefined ? [] : linksIn(list))];
}

function linksIn(list: WatchedList): LinkClaim[] {
  const ofList = { group: LIST, list };
  return [
    ...list.youtube.map(({ id, line }): VideoClaim => {
      return {
        kind: 'youtube_video',
        record: itemKey(youtubeVideo.record, id),
        ...ofList,
        id,
        line,
      };
    }),
    ...list.spotify.map(({ id, line }): PodcastClaim => {
      return {
        kind: 'spotify_episode',
        record: itemKey(spotifyEpisode.record, id),
        ...ofList,
        id,
        line,
      };
    }),
  ];
}

const fileOf = (video: Video) => ({ file_name: video.name, video });

/** What a person calls it: the file's name, or the line. */
export function labelOf(claim: Claim): string {
  return 'line' in claim ? claim.line.bytes.toString('utf8').trim() : claim.file_name;
}
