/**
 * Folders in which systems keep their own files about the files beside them. They mirror the names, so
 * they may contain a `watched` too. People do not see these folders, and do not put videos there.
 */
const SIDECARS_OF_SYSTEMS = /^(@eaDir|\.stfolder|\.@__thumb|@__thumb|\.AppleDouble)$/i;

/** Folders in which systems keep deleted, old or lost files. */
const BINS = new RegExp(
  `^(${[
    '#recycle|@recycle|#snapshot|@Recently-Snapshot|\\$RECYCLE\\.BIN|RECYCLER|RECYCLED',
    '\\.stversions|\\.Trash(es|-.+)?|lost\\+found|System Volume Information|@tmp',
    'Network Trash Folder|Temporary Items|\\.TemporaryItems|\\.recycle|\\.snapshots?|\\.zfs',
    '\\.Spotlight-V100|\\.fseventsd|\\.DocumentRevisions-V100',
  ].join('|')})$`,
  'i',
);

export const isSidecarFolder = (name: string): boolean => SIDECARS_OF_SYSTEMS.test(name);
export const isBin = (name: string): boolean => BINS.test(name);

export const isSystemFolder = (name: string): boolean => isSidecarFolder(name) || isBin(name);

/** Whether a folder with this name is never a show, a season or a movie. */
export function isOfSystem(name: string): boolean {
  return isSystemFolder(name) || isHidden(name);
}

export const isHidden = (name: string): boolean => name.startsWith('.');

/** Whether people or releases put subtitles into folders with this name. */
export function isSubtitleFolder(name: string): boolean {
  return /^((vob)?subs?|subtitles?|captions?|srt|ass|字幕|untertitel|sous-titres|subtítulos|legendas)$/iu.test(
    name,
  );
}

export const isFontFolder = (name: string): boolean => /^(fonts?|attachments?)$/i.test(name);

/** Whether this looks like the name of a season's folder, even if the folder has no videos. */
export function isSeasonName(name: string): boolean {
  return /^((season|series|staffel|saison|temporada|stagione|s)[ ._-]*\d+|specials|シーズン\s*\d+|第.{1,3}(期|季|シーズン))$/iu.test(
    name,
  );
}

/** Whether the name is `watched`, in any letter case, perhaps with spaces around it. */
export const isAnyWatched = (name: string): boolean => name.trim().toLowerCase() === 'watched';

/** Whether the name differs from `watched` only in letter case or spaces around it. */
export const isLikeWatched = (name: string): boolean => name !== 'watched' && isAnyWatched(name);
