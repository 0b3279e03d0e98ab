import { isAnyWatched, isSystemFolder } from '../../media/folder-kinds.ts';
import type { Finding } from '../finding.ts';
import type { FolderIdentity, PathTrouble } from '../folders.ts';
import { partsOf } from '../walk.ts';

/** The result of scanning one place, apart from its videos. */
export interface Found {
  /** The folders that were read. */
  readonly folders: readonly FolderIdentity[];
  readonly left: readonly Finding[];
  readonly passedOver: readonly Finding[];
}

export const nothing: Found = { folders: [], left: [], passedOver: [] };

export function together(found: readonly Found[]): Found {
  return {
    folders: found.flatMap(({ folders }) => folders),
    left: found.flatMap(({ left }) => left),
    passedOver: found.flatMap(({ passedOver }) => passedOver),
  };
}

/** Passes over links and special files. What is unreadable or badly named is left for the learner to fix. */
export function ofTroubles(troubles: readonly PathTrouble[]): Found {
  const isOurs = ({ kind }: PathTrouble) => kind === 'unreadable' || kind === 'name';
  const finding = ({ path, reason }: PathTrouble) => ({ path, reason });
  return {
    folders: [],
    left: troubles.filter(isOurs).map(finding),
    passedOver: troubles.filter((one) => !isOurs(one)).map(finding),
  };
}

/** Unreadable files and folders beneath `base` that may be, or contain, watched videos. */
export function blindSpots(base: string, troubles: readonly PathTrouble[]): PathTrouble[] {
  return troubles.filter(({ path, mayBeFolder }) => {
    const parts = partsOf(base, path);
    if (path === base || parts.some(isAnyWatched)) return true;
    return mayBeFolder && !parts.some(isSystemFolder);
  });
}
