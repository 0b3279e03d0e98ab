import { extname, parse } from 'node:path';

const VIDEO = 'mkv mp4 m4v webm avi mov ts m2ts wmv flv mpg mpeg ogv';

/** Subtitles and the fonts that they need, descriptions for media centres, checksums. */
const SIDECAR = 'srt ass ssa sub idx sup vtt smi ttml lrc ttf otf ttc nfo sfv md5 sha1 sha256';

const IMAGE = 'jpg jpeg png gif webp avif bmp tbn svg ico';

/** What media centres call the artwork of a show. */
const ARTWORK = new RegExp(
  `^(${[
    '(poster|cover|folder|fanart|art|artwork|banner|thumb|thumbnail|landscape|backdrop|background|logo)\\d*',
    '(clearlogo|clearart|characterart|keyart|disc|discart|cdart|show|series|tvshow)\\d*',
    'season[-_ ]?(\\d+|all|specials)([-_](poster|banner|fanart|landscape|thumb))?',
    '.*\\S-(poster|fanart|banner|thumb|landscape|clearlogo|clearart|logo|keyart|backdrop|cover)\\d*',
    // Of an episode, which may have been recorded and removed weeks ago.
    '(.*[ ._-])?s\\d{1,2}e\\d{1,3}',
  ].join('|')})$`,
  'i',
);

/** Files that systems and media centres make in any folder. */
const SYSTEM_FILE = /^(\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|\.directory|\.nomedia|\.plex.*)$/i;

const extensions = (list: string) => new Set(list.split(' ').map((extension) => `.${extension}`));
const videoExtensions = extensions(VIDEO);
const sidecarExtensions = extensions(SIDECAR);
const imageExtensions = extensions(IMAGE);

const isHidden = (name: string) => name.startsWith('.');
const extensionOf = (name: string) => extname(name).toLowerCase();

/** Hidden files are no videos: `._x.mkv` is what macOS leaves beside `x.mkv` on foreign disks. */
export function isVideo(name: string): boolean {
  return !isHidden(name) && videoExtensions.has(extensionOf(name));
}

/**
 * Whether a file belongs to a show and is worth nothing without it. Not so are texts, links and
 * pictures of one's own, downloads under way, and whatever is not known. `videos` are the names of
 * the show's videos as they are recorded: pictures named after one are artwork too.
 */
export function isSidecar(name: string, videos: readonly string[]): boolean {
  if (SYSTEM_FILE.test(name)) return true;
  if (isHidden(name)) return false;
  if (sidecarExtensions.has(extensionOf(name))) return true;
  if (!imageExtensions.has(extensionOf(name))) return false;
  const title = parse(name).name;
  return ARTWORK.test(title) || videos.includes(title.normalize('NFC'));
}

/** The name that the tracker records: without extension, in NFC, so that all systems agree on it. */
export function recordedName(fileName: string): string {
  return fileName.slice(0, -extname(fileName).length).normalize('NFC');
}
