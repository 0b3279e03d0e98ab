import { isVideo } from '../file-kinds.ts';

/** What browsers, torrent clients and yt-dlp append to a name until its file is complete. */
const DOWNLOAD_SUFFIX =
  /(?:\.(?:part(?:-frag\d+)?|ytdl|crdownload|opdownload|download|partial|filepart|aria2(?:__temp)?|tmp|xltd|!qb|!ut|!sync|bc!))+$/i;

/** The prefix of Syncthing's temporary files. The second form is for Windows. */
const SYNCTHING_PREFIX = /^(?:\.syncthing\.|~syncthing~)(?=.*\.tmp$)/i;

/** A format that yt-dlp has not merged yet. Formats have two digits or more; `Drive.f1.mkv` is complete. */
const FORMAT = /\.f\d{2,6}(?:-[a-z\d]+)?(?=\.[a-z\d]{2,4}$)/;

/** yt-dlp and ffmpeg write to such a file first, then rename it. */
const TEMPORARY = /\.temp(?=\.[a-z\d]{2,4}$)/;

/** Whether a file with this name is an unfinished download, or belongs to one. */
export function isUnfinished(name: string): boolean {
  return withoutDownloadMarks(name) !== name;
}

/**
 * The name of the video that is incomplete while a file called `name` is beside it: `05.mkv` for
 * `05.mkv.aria2` or `05.temp.mkv`. Undefined for any other file.
 */
export function controlFileOf(name: string): string | undefined {
  const video = withoutControlMarks(name);
  return video !== name && isVideo(video) ? video : undefined;
}

/** `Tampopo.mkv` for `Tampopo.mkv.part`, `Tampopo.mp4` for `Tampopo.f137.mp4`. */
export function withoutDownloadMarks(name: string): string {
  return withoutControlMarks(name).replace(FORMAT, '');
}

function withoutControlMarks(name: string): string {
  return name.replace(SYNCTHING_PREFIX, '').replace(DOWNLOAD_SUFFIX, '').replace(TEMPORARY, '');
}
