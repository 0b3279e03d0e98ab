import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';
import { entriesOf } from './entries.ts';
import { isVideo } from './file-kinds.ts';
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

/** What the files beneath a folder are to the one who looks. */
export interface Expected {
  /** Videos that do not count. */
  readonly isGoing: (path: string) => boolean;
  readonly isSidecar: (entry: { readonly name: string; readonly path: string }) => boolean;
  /** Of any other file, why the folder stays for it. */
  readonly otherwise: string;
}

/** Looks through a show's folder. */
export async function lookBeneath(folder: string, expected: Expected): Promise<Beneath> {
  const found = { sidecars: [] as FoundFile[], folders: [] as string[], keepers: [] as Remark[] };
  let hasVideo = false;

  async function look(path: string): Promise<void> {
    const remarks = { ignored: found.keepers, unreadable: found.keepers };
    const entries = await entriesOf(path, remarks);
    await Promise.all(entries.map((entry) => take(entry, join(path, entry.name))));
  }

  async function take(entry: Dirent, path: string): Promise<void> {
    if (expected.isGoing(path)) return;
    if (entry.isDirectory()) {
      await look(path);
      found.folders.push(path);
      return;
    }
    hasVideo ||= isVideo(entry.name);
    const isSidecar = entry.isFile() && expected.isSidecar({ name: entry.name, path });
    const file = isSidecar ? await fileAt(path) : reasonToStay(entry, expected.otherwise);
    if (typeof file === 'string') found.keepers.push({ path, reason: file });
    else found.sidecars.push(file);
  }

  await look(folder);
  return { ...found, hasVideo };
}

/** The file, or why it cannot be looked at. */
async function fileAt(path: string): Promise<FoundFile | string> {
  try {
    return (await lookAt(path)) ?? 'is not there any more, or has no valid name';
  } catch (error) {
    return `cannot be read (${errorCode(error)})`;
  }
}

function reasonToStay(entry: Dirent, otherwise: string): string {
  if (entry.isSymbolicLink()) return 'is a symbolic link';
  if (isVideo(entry.name)) return 'is a video that is not among the watched ones';
  return otherwise;
}
