import type { Disk } from '../../disk/disk.ts';
import { type FoundFile, isStill, isThere, lookAt } from '../../disk/files.ts';
import type { Finding } from '../../disk/finding.ts';
import { ignoreMissing } from '../../disk/ignore-missing.ts';
import { systemErrorCode } from '../../errors/system-error-code.ts';
import type { Bar } from '../../terminal/screen.ts';

export interface RemovalContext {
  readonly disk: Disk;
  /** Stops the removal between two steps. */
  readonly signal: AbortSignal;
}

interface RemovalOptions {
  readonly bar?: Bar;
  /** Asked right before each removal. */
  readonly isTakenBack?: () => Promise<boolean>;
}

/** A step that the system refused. */
export interface Refusal {
  readonly refused: Finding;
}

export interface RemovedFiles<File extends FoundFile> {
  /** Without files that had already vanished: these may have been moved. */
  readonly removed: readonly File[];
  /** The space that became free. */
  readonly bytes: number;
  /** Files that stay because they have changed since the scan, or an undo has begun. */
  readonly kept: readonly Finding[];
  readonly refused: readonly Finding[];
}

export const CHANGED = 'is new or has changed';
export const TAKEN_BACK = 'was taken back by an undo during this sync';

/**
 * Does one step that concerns `path`. Resolves with a refusal, worded as `failure`, if the step fails.
 * Rejects only if the program must stop.
 */
export async function attempt<Result>(
  signal: AbortSignal,
  path: string,
  work: () => Promise<Result>,
  failure = 'could not be deleted',
): Promise<Result | Refusal> {
  signal.throwIfAborted();
  try {
    return await work();
  } catch (error) {
    const reason = systemErrorCode(error) ?? (error instanceof Error ? error.message : `${error}`);
    return { refused: { path, reason: `${failure} (${reason})` } };
  }
}

/** Removes files that have not changed since the scan, until an undo begins. */
export async function removeFiles<File extends FoundFile>(
  { disk, signal }: RemovalContext,
  files: readonly File[],
  { bar, isTakenBack = async () => false }: RemovalOptions = {},
): Promise<RemovedFiles<File>> {
  const failure = disk.hasTrash ? 'could not be moved to the trash' : 'could not be deleted';
  const all: (Removal<File> | Refusal)[] = [];
  for (const file of files) {
    const remove = () => removeFile(disk, file, isTakenBack);
    all.push(await attempt(signal, file.path, remove, failure));
    bar?.advance(1);
  }
  const removed = all.flatMap((one) => ('removed' in one ? [one] : []));
  return {
    removed: removed.map((one) => one.removed),
    bytes: removed.reduce((total, { bytes }) => total + bytes, 0),
    kept: all.flatMap((one) => ('kept' in one ? [one.kept] : [])),
    refused: all.flatMap((one) => ('refused' in one ? [one.refused] : [])),
  };
}

type Removal<File> =
  | { readonly removed: File; readonly bytes: number }
  | { readonly kept: Finding }
  | { readonly isVanished: true };

async function removeFile<File extends FoundFile>(
  disk: Disk,
  file: File,
  isTakenBack: () => Promise<boolean>,
): Promise<Removal<File>> {
  const { path } = file;
  if (!(await isThere(path))) return { isVanished: true };
  const now = await lookAt(path);
  if (now === undefined || !isStill(now, file)) return { kept: { path, reason: CHANGED } };
  if (await isTakenBack()) return { kept: { path, reason: TAKEN_BACK } };
  if (!(await ignoreMissing(() => disk.removeFile(path)))) return { isVanished: true };
  return { removed: file, bytes: now.names === 1 ? now.size : 0 };
}
