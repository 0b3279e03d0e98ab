import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { entriesOf } from './entries.ts';
import { isSidecar, isVideo } from './file-kinds.ts';
import { type FoundFile, lookAt } from './files.ts';
import type { Remark } from './remarks.ts';

/** All that is beneath a show's folder, apart from the videos that are to go. */
export interface Beneath {
  /** Sidecar files, which go with the folder. */
  readonly sidecars: readonly FoundFile[];
  /** Folders beneath, deepest first, without the show's own. */
  readonly folders: readonly string[];
  /** For whose sake the folder has to stay. */
  readonly keepers: readonly Remark[];
  /** Whether one of these is a video. */
  readonly hasVideo: boolean;
}

/** Looks through a show's folder. `going` are the paths of videos that do not count. */
export async function lookBeneath(folder: string, going: ReadonlySet<string>): Promise<Beneath> {
  const found = { sidecars: [] as FoundFile[], folders: [] as string[], keepers: [] as Remark[] };
  let hasVideo = false;

  async function look(path: string): Promise<void> {
    const remarks = { ignored: [], unreadable: found.keepers };
    const entries = await entriesOf(path, remarks);
    await Promise.all(entries.map((entry) => take(entry, join(path, entry.name))));
  }

  async function take(entry: Dirent, path: string): Promise<void> {
    if (going.has(path)) return;
    if (entry.isDirectory()) {
      await look(path);
      found.folders.push(path);
      return;
    }
    const file = entry.isFile() && isSidecar(entry.name) ? await lookAt(path) : undefined;
    if (file !== undefined) found.sidecars.push(file);
    else found.keepers.push({ path, reason: reasonToStay(entry) });
    hasVideo ||= isVideo(entry.name);
  }

  await look(folder);
  return { ...found, hasVideo };
}

function reasonToStay(entry: Dirent): string {
  if (entry.isSymbolicLink()) return 'is a symbolic link';
  if (isVideo(entry.name)) return 'is a video that is not among the watched ones';
  return 'is neither a video nor a sidecar file';
}
