import { isAnyWatched, isSystemFolder } from '../../media/folder-kinds.ts';
import type { Trouble } from '../folders.ts';
import { partsOf } from '../walk.ts';

/** What could not be read beneath `base` and may be, or hold, a watched video. */
export function blindSpots(base: string, troubles: readonly Trouble[]): Trouble[] {
  return troubles.filter(({ path, mayBeFolder }) => {
    const parts = partsOf(base, path);
    if (path === base || parts.some(isAnyWatched)) return true;
    return mayBeFolder && !parts.some(isSystemFolder);
  });
}
