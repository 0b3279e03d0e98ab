import { isAnyWatched, isSystemFolder } from '../../media/folder-kinds.ts';
import type { Finding } from '../finding.ts';
import type { FolderIdentity, PathTrouble } from '../folders.ts';
import { partsOf } from '../walk.ts';

/** What a scan found in one place, besides videos. */
export interface Found {
  /** The folders that were looked into. */
  readonly folders: readonly FolderIdentity[];
  readonly left: readonly Finding[];
  readonly passedOver: readonly Finding[];
}

export const nothing: Found = { folders: [], left: [], passedOver: [] };

/** All of it together. */
export function together(...found: readonly Found[]): Found {
  return {
    folders: found.flatMap(({ folders }) => folders),
    left: found.flatMap(({ left }) => left),
    passedOver: found.flatMap(({ passedOver }) => passedOver),
  };
}

/** Links and special files are passed over; the rest can be mended. */
export function ofTroubles(troubles: readonly PathTrouble[]): Found {
  const isOurs = ({ kind }: PathTrouble) => kind === 'unreadable' || kind === 'name';
  const finding = ({ path, reason }: PathTrouble) => ({ path, reason });
  return {
    folders: [],
    left: troubles.filter(isOurs).map(finding),
    passedOver: troubles.filter((one) => !isOurs(one)).map(finding),
  };
}

/** What could not be read beneath `base` and may be, or hold, a watched video. */
export function blindSpots(base: string, troubles: readonly PathTrouble[]): PathTrouble[] {
  return troubles.filter(({ path, mayBeFolder }) => {
    const parts = partsOf(base, path);
    if (path === base || parts.some(isAnyWatched)) return true;
    return mayBeFolder && !parts.some(isSystemFolder);
  });
}
