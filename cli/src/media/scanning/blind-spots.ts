import { isAnyWatched, isBin, isSidecarFolder } from '../folder-kinds.ts';
import type { Trouble } from '../folders.ts';
import { partsOf } from '../walk.ts';

/** What beneath `base` could not be taken and may be, or hold, a watched video. */
export function blindSpots(base: string, troubles: readonly Trouble[]): Trouble[] {
  return troubles.filter(({ path, mayBeFolder }) => {
    const parts = partsOf(base, path);
    if (path === base || parts.some(isAnyWatched)) return true;
    return mayBeFolder && !parts.some(isBin) && !parts.some(isSidecarFolder);
  });
}
