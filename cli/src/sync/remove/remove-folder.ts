import { type FoundFile, isStill } from '../../disk/files.ts';
import type { Finding } from '../../disk/finding.ts';
import { ignoreMissing } from '../../disk/ignore-missing.ts';
import { type Walked, walk } from '../../disk/walk.ts';
import { isVideo } from '../../media/file-kinds.ts';
import { attempt, CHANGED, type RemovalContext, removeFiles } from './remove-files.ts';

/** A folder whose videos are gone, and everything that may be removed with it. */
export interface EmptiedFolder {
  readonly path: string;
  readonly sidecars: readonly FoundFile[];
  /** The folders in it, deepest first. */
  readonly folders: readonly string[];
}

/** The result of cleaning up a folder whose videos are gone. */
export interface FolderCleanUp {
  /** How many files were removed. */
  readonly files: number;
  /** The space that became free. */
  readonly bytes: number;
  /** Whether the folder itself was removed. */
  readonly isGone: boolean;
  /** What keeps the folder. */
  readonly blockers: readonly Finding[];
  /** What the system refused. A later run may try again. */
  readonly refused: readonly Finding[];
}

/**
 * Removes a folder with the sidecar files and folders that were in it when its videos were recorded. If
 * anything else has appeared in it, nothing is removed.
 */
export async function removeFolder(
  context: RemovalContext,
  emptied: EmptiedFolder,
): Promise<FolderCleanUp> {
  const { path, sidecars, folders } = emptied;
  const newcomers = newcomersIn(await walk(path), emptied);
  if (newcomers.length > 0) {
    return { files: 0, bytes: 0, isGone: false, blockers: newcomers, refused: [] };
  }

  const { removed, bytes, kept, refused } = await removeFiles(context, sidecars);
  const stays = { files: removed.length, bytes, isGone: false, blockers: kept, refused };
  if (refused.length > 0 || kept.length > 0) return stays;

  let isGone = false;
  for (const folder of [...folders, path]) {
    const remove = () => ignoreMissing(() => context.disk.removeEmptyFolder(folder));
    const removal = await attempt(context.signal, folder, remove);
    if (typeof removal === 'object') return { ...stays, refused: [removal.refused] };
    isGone = removal;
  }
  return { ...stays, isGone };
}

/** What has appeared or changed in a folder. */
function newcomersIn(now: Walked, { path, sidecars, folders }: EmptiedFolder): readonly Finding[] {
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
    ...others.map((folder) => ({ path: folder.path, reason: 'is new' })),
  ];
}

function reasonFor(path: string): string {
  return isVideo(path)
    ? 'is a video that was not recorded'
    : 'is new or does not belong to a watched video';
}
