import { extname } from 'node:path';

export type FileKind =
  | 'video'
  | 'subtitle'
  | 'description'
  | 'checksum'
  | 'picture'
  | 'font'
  | 'audio'
  /** Systems make these in any folder. */
  | 'system'
  | 'other';

const EXTENSIONS: readonly (readonly [FileKind, string])[] = [
  ['video', 'mkv mk3d mp4 m4v mp4v mov qt avi divx xvid wmv asf flv f4v webm ogv ogm ts m2ts'],
  ['video', 'mts m2t tp trp mpg mpeg mpe mpv m1v m2v m2p vob evo rm rmvb 3gp 3g2 mxf wtv'],
  ['video', 'dvr-ms nut nsv amv y4m iso'],
  ['subtitle', 'srt ass ssa sub idx sup vtt smi ttml dfxp lrc usf sbv scc'],
  // `nfo` is for media centers, `vsmeta` for Synology, `bif` has previews for Roku, Plex and Emby. yt-dlp
  // writes the last two.
  ['description', 'nfo vsmeta bif description info.json'],
  ['checksum', 'sfv md5 sha1 sha256'],
  ['picture', 'jpg jpeg png gif webp avif bmp tbn svg ico'],
  ['font', 'ttf otf ttc'],
  ['audio', 'mp3 m4a aac flac ogg opus wav wma'],
];
const kindOfExtension = new Map<string, FileKind>(
  EXTENSIONS.flatMap(([kind, all]) => all.split(' ').map((one) => [`.${one}`, kind] as const)),
);

const SYSTEM_FILE = new RegExp(
  `^(${[
    // macOS. It leaves `._x.mkv` beside `x.mkv` on disks of other systems.
    '\\.DS_Store|\\._.*|\\.localized|\\.apdisk|Icon\r',
    // Windows
    'Thumbs\\.db|ehthumbs(_vista)?\\.db|desktop\\.ini',
    // Linux desktops, media centers, Synology
    '\\.directory|\\.nomedia|\\.plexignore|\\.plexmatch|.+@Syno(EAStream|Resource)',
  ].join('|')})$`,
  'i',
);

/** The kind of a file, by its name. Unknown hidden files belong to the learner. */
export function fileKindOf(name: string): FileKind {
  if (SYSTEM_FILE.test(name)) return 'system';
  if (name.startsWith('.')) return 'other';
  return kindOfExtension.get(extensionOf(name).toLowerCase()) ?? 'other';
}

export const isVideo = (name: string): boolean => fileKindOf(name) === 'video';

/** The name that the tracker records: without extension, in NFC so that it is the same on all systems. */
export function recordedName(fileName: string): string {
  return withoutExtension(fileName).normalize('NFC');
}

export function withoutExtension(fileName: string): string {
  return fileName.slice(0, fileName.length - extensionOf(fileName).length);
}

function extensionOf(fileName: string): string {
  return /.\.info\.json$/i.test(fileName)
    ? fileName.slice(-'.info.json'.length)
    : extname(fileName);
}
