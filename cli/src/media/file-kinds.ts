import { extname } from 'node:path';

const VIDEO = 'mkv mp4 m4v webm avi mov ts m2ts wmv flv mpg mpeg ogv';

/** What comes with a video, or is made of it, and is worth nothing without it. */
const SIDECAR = [
  // Subtitles, and the fonts that they need.
  'srt ass ssa sub idx sup vtt smi ttml lrc ttf otf ttc woff woff2',
  // What media centres know of it, and what came along with a download.
  'nfo xml json txt md html htm url website sfv md5 sha1 sha256 crc torrent nzb',
  // Artwork and thumbnails.
  'jpg jpeg png gif webp avif bmp tbn svg ico',
].join(' ');

/** Files that systems and media centres make in any folder. */
const SYSTEM_FILES = /^(\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|\.directory|\.nomedia|\.plex.*)$/i;

const extensions = (list: string) => new Set(list.split(' ').map((extension) => `.${extension}`));
const videoExtensions = extensions(VIDEO);
const sidecarExtensions = extensions(SIDECAR);

const isHidden = (name: string) => name.startsWith('.');
const extensionOf = (name: string) => extname(name).toLowerCase();

/** Hidden files are no videos: `._x.mkv` is what macOS leaves beside `x.mkv` on foreign disks. */
export function isVideo(name: string): boolean {
  return !isHidden(name) && videoExtensions.has(extensionOf(name));
}

/** Whether the file may go with its show's folder. Anything else, unknown or unfinished, may not. */
export function isSidecar(name: string): boolean {
  return SYSTEM_FILES.test(name) || (!isHidden(name) && sidecarExtensions.has(extensionOf(name)));
}

/** The name that the tracker records: without extension, in NFC, so that all systems agree on it. */
export function recordedName(fileName: string): string {
  return fileName.slice(0, -extname(fileName).length).normalize('NFC');
}
