import { createHash } from 'node:crypto';
import {
  episode as episodeKind,
  itemKey,
  movie as movieKind,
  youtubeVideo,
} from '@immersion-tracker/contract';
import type { WatchedList } from '../../disk/watched-list/watched-list.ts';
import type { EpisodeClaim, LinkClaim, MovieClaim } from '../claims/claims.ts';

/** A watched file, as a scan finds it. Each path gets its own inode. */
function video(path: string, name: string) {
  const ino = [...path].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 1e9, 7);
  return { path, name, size: 1000, mtimeMs: 1000, ctimeMs: 2000, ino, names: 1 };
}

/** The claim of a file in `shows/<show>/watched/`. */
export function episode(folder_name: string, file_name: string, extension = 'mkv'): EpisodeClaim {
  return {
    kind: 'episode',
    record: itemKey(episodeKind.record, folder_name, file_name),
    group: folder_name,
    folder_name,
    file_name,
    video: video(`/media/shows/${folder_name}/watched/${file_name}.${extension}`, file_name),
  };
}

/** The claim of a file in `movies/watched/`. */
export function movie(file_name: string, extension = 'mkv'): MovieClaim {
  return {
    kind: 'movie',
    record: itemKey(movieKind.record, file_name),
    group: 'movies',
    file_name,
    video: video(`/media/movies/watched/${file_name}.${extension}`, file_name),
  };
}

/** A watched list, as the scan reads it. */
export function listOf(text: string): WatchedList {
  const content = Buffer.from(text);
  const hash = createHash('sha256').update(content).digest('base64');
  return {
    path: '/media/watched.txt',
    identity: { ino: 42, birthtimeMs: 500, mtimeMs: 1000, size: content.length, hash },
    content,
    links: [],
  };
}

/** The claim of a line of `watched.txt`. */
export function link(id: string, number = 1, text = `https://youtu.be/${id}`): LinkClaim {
  return {
    kind: 'youtube_video',
    record: itemKey(youtubeVideo.record, id),
    group: 'watched.txt',
    id,
    date: undefined,
    line: { path: '/media/watched.txt', number, bytes: Buffer.from(text) },
    list: listOf(`${text}
`),
  };
}
