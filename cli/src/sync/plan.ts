import type { Media } from '../media/scan.ts';
import { companionsOf } from '../media/sidecars/companions.ts';
import type { VideoFolder } from '../media/video-folder.ts';
import type { Video } from '../media/watched-videos.ts';

/** What a sync is about to record, in the form that `--json` prints. */
export interface Plan {
  readonly episodes: number;
  readonly movies: number;
  readonly youtube_videos: number;
  readonly spotify_episodes: number;
  readonly shows: readonly { readonly folder_name: string; readonly episodes: number }[];
  /** Of all the video files. */
  readonly bytes: number;
  /** Folders of shows and movies in which nothing is left to watch. */
  readonly finished_folders: number;
}

/** The plan for what a scan found. Files of one name are one episode, or one movie. */
export function planOf({ shows, movies, list }: Media): Plan {
  const planned = [...Map.groupBy(shows, ({ name }) => name)].map(([folder_name, folders]) => {
    return { folder_name, episodes: distinct(folders.flatMap(({ videos }) => videos)) };
  });
  return {
    episodes: sum(planned.map(({ episodes }) => episodes)),
    movies: distinct(videosOf(movies)),
    youtube_videos: list?.youtube.length ?? 0,
    spotify_episodes: list?.spotify.length ?? 0,
    shows: planned,
    bytes: sum(videosOf([...shows, ...movies]).map(({ size }) => size)),
    finished_folders: [...shows, ...movies].filter(isFinished).length,
  };
}

/** Whether there is nothing to record. */
export function isEmpty({ episodes, movies, youtube_videos, spotify_episodes }: Plan): boolean {
  return episodes + movies + youtube_videos + spotify_episodes === 0;
}

/** Whether a folder goes once its watched videos have. */
const isFinished = (folder: VideoFolder) =>
  companionsOf(folder, new Set(folder.videos)).whole !== undefined;

const videosOf = (folders: readonly VideoFolder[]) => folders.flatMap(({ videos }) => videos);
const distinct = (videos: readonly Video[]) => new Set(videos.map(({ name }) => name)).size;
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
