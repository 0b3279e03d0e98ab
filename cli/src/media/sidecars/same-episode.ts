import { basename } from 'node:path';
import { readPath } from '../../names/read-name.ts';
import { withoutExtension } from '../file-kinds.ts';
import type { VideoFolder } from '../video-folder.ts';
import { partsOf } from '../walk.ts';
import { areTags } from './tags.ts';

/** The season and the number of an episode, by the path of a video; undefined if it does not say. */
export function episodeOf(folder: VideoFolder, path: string): string | undefined {
  const way = [basename(folder.path), ...partsOf(folder.path, path)].join('/');
  const { season, episode, episodeEnd, date, part } = readPath(way);
  if (episode === null && date === null) return undefined;
  return JSON.stringify([season, episode, episodeEnd, date, part]);
}

/** The season by the name of a video, or by a folder in that of the show; null if neither says it. */
export function saidSeason(folder: VideoFolder, path: string): number | null {
  return readPath(['-', ...partsOf(folder.path, path)].join('/')).season;
}

/** What its video would be called, if a subtitle is named after the episode: without `.ja` and the like. */
export function asVideo(subtitle: string): string {
  const title = withoutExtension(subtitle);
  const name = basename(title);
  const starts = [...name].map((_, index) => title.length - index);
  const end = starts.findLast((start) => areTags(title.slice(start))) ?? title.length;
  return `${title.slice(0, end)}.mkv`;
}
