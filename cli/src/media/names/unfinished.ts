import { isVideo } from '../file-kinds.ts';

/** What browsers, torrent clients and yt-dlp append to a name until its file is complete. */
const DOWNLOAD_SUFFIX =
  /(?:\.(?:part(?:-frag\d+)?|ytdl|crdownload|opdownload|download|partial|filepart|aria2(?:__temp)?|tmp|xltd|!qb|!ut|!sync|bc!))+$/i;

/** Syncthing's temporary files; the second form is the one on Windows. */
const SYNCTHING_PREFIX = /^(?:\.syncthing\.|~syncthing~)(?=.*\.tmp$)/i;

/** A format that yt-dlp has yet to merge. Formats have at least two digits; `Drive.f1.mkv` is whole. */
const FORMAT = /\.f\d{2,6}(?:-[a-z\d]+)?(?=\.[a-z\d]{2,4}$)/;

/** What yt-dlp and ffmpeg write before they put it in place of the file without `.temp`. */
const TEMPORARY = /\.temp(?=\.[a-z\d]{2,4}$)/;

/** Whether a file of this name is an unfinished download, or belongs to one. */
export function isUnfinished(name: string): boolean {
  return withoutDownloadMarks(name) !== name;
}

/**
 * The name of the video that is incomplete as long as a file called `name` lies beside it: `05.mkv`
 * for `05.mkv.aria2` or `05.temp.mkv`. Undefined for any other file.
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
