/**
 * Folders that systems fill with files of their own about those beside them, under the same names, so
 * with a `watched` among them, too. They hide them from whoever puts videos there.
 */
const SIDECARS_OF_SYSTEMS = /^(@eaDir|\.stfolder|\.@__thumb|@__thumb|\.AppleDouble)$/i;

/** Folders of systems for what was deleted, changed or lost. */
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

/** Whether a system made the folder for itself. */
export const isSystemFolder = (name: string): boolean => isSidecarFolder(name) || isBin(name);

/** Whether a folder of this name is never a show, a season or a movie. */
export function isOfSystem(name: string): boolean {
  return isSystemFolder(name) || isHidden(name);
}

export const isHidden = (name: string): boolean => name.startsWith('.');

/** Where people and releases put subtitles. */
export function isSubtitleFolder(name: string): boolean {
  return /^((vob)?subs?|subtitles?|captions?|srt|ass|字幕|untertitel|sous-titres|subtítulos|legendas)$/iu.test(
    name,
  );
}

export const isFontFolder = (name: string): boolean => /^(fonts?|attachments?)$/i.test(name);

/** Whether a folder looks like one of a season, even when no video of it is there any more. */
export function isSeasonName(name: string): boolean {
  return /^((season|series|staffel|saison|temporada|stagione|s)[ ._-]*\d+|specials|シーズン\s*\d+|第.{1,3}(期|季|シーズン))$/iu.test(
    name,
  );
}

/** `watched`, in any letter case and with blanks around it. */
export const isAnyWatched = (name: string): boolean => name.trim().toLowerCase() === 'watched';

/** `watched`, but for its letters' case or blanks around it. */
export const isLikeWatched = (name: string): boolean => name !== 'watched' && isAnyWatched(name);
