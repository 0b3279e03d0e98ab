import type { Disk } from '../../disk/disk.ts';
import { type FoundFile, isStill } from '../../disk/files.ts';
import type { Remark } from '../../disk/finding.ts';
import { ifThere } from '../../disk/ignore-missing.ts';
import { type Walked, walk } from '../../disk/walk.ts';
import { isVideo } from '../../media/file-kinds.ts';
import type { CleanUpSteps } from './clean-up-steps.ts';
import { CHANGED, removeAll } from './remove-files.ts';

/** A folder whose videos are gone, and all that may go with it. */
export interface EmptiedFolder {
  readonly path: string;
  readonly sidecars: readonly FoundFile[];
  /** Beneath it, deepest first. */
  readonly folders: readonly string[];
}

/** What came of removing a folder. */
export interface Outcome {
  /** False if the system refused something, so that another run may try again. */
  readonly settled: boolean;
  /** For whose sake the folder stays. */
  readonly keepers: readonly Remark[];
}

/**
 * Removes a folder with the sidecar files and the folders that were in it when its videos were
 * acknowledged. Anything else that has come into it keeps it as it is.
 */
export async function removeFolder(
  disk: Disk,
  steps: CleanUpSteps,
  { path, sidecars, folders }: EmptiedFolder,
): Promise<Outcome> {
  const newcomers = newcomersIn(await walk(path), { path, sidecars, folders });
  if (newcomers.length > 0) return { settled: true, keepers: newcomers };

  const { settled, changed } = await removeAll(disk, steps, sidecars);
  if (!settled || changed.length > 0) return { settled, keepers: changed };

  for (const folder of [...folders, path]) {
    const work = async () => {
      const removed = await ifThere(() => disk.removeEmptyFolder(folder));
      if (removed && folder === path) steps.count({ files: 0, folders: 1, bytes: 0 });
    };
    if (!(await steps.take(folder, work))) return { settled: false, keepers: [] };
  }
  return { settled: true, keepers: [] };
}

/** What is in a folder now, and was not, or not like this. */
function newcomersIn(now: Walked, { path, sidecars, folders }: EmptiedFolder): readonly Remark[] {
  const known = new Map(sidecars.map((file) => [file.path, file]));
  const knownFolders = new Set([path, ...folders]);
  const files = now.files.flatMap((file) => {
    const before = known.get(file.path);
    if (before === undefined) return [{ path: file.path, reason: reasonFor(file.path) }];
    return isStill(file, before) ? [] : [{ path: file.path, reason: CHANGED }];
  });
  const others = now.folders.filter((folder) => !knownFolders.has(folder.path));
  return [
    ...now.troubles,
    ...files,
    ...others.map((folder) => ({ path: folder.path, reason: NEW })),
  ];
}

const NEW = 'is new';

function reasonFor(path: string): string {
  return isVideo(path)
    ? 'is a video that is not among the watched ones'
    : 'is new, or does not go with a watched video';
}
