import type { Disk } from '../../disk/disk.ts';
import { type FoundFile, isStill, isThere, lookAt } from '../../disk/files.ts';
import type { Finding } from '../../disk/finding.ts';
import { ignoreMissing } from '../../disk/ignore-missing.ts';
import { systemErrorCode } from '../../errors/system-error-code.ts';
import type { Bar } from '../../terminal/screen.ts';

export interface RemovalContext {
  readonly disk: Disk;
  /** Stops it between two steps. */
  readonly signal: AbortSignal;
}

/** What the system did not let happen. */
export interface Refusal {
  readonly refused: Finding;
}

/** What came of removing files. */
export interface RemovedFiles<File extends FoundFile> {
  /** Without those that something else took away: they may live on. */
  readonly removed: readonly File[];
  /** Space on the disk that nothing uses any more. */
  readonly bytes: number;
  /** Why files stay that are others by now. */
  readonly changed: readonly Finding[];
  readonly refused: readonly Finding[];
}

/** Why a file stays that is another one by now. */
export const CHANGED = 'is new, or has changed';

/**
 * Takes one step about `path`. Resolves with a refusal if the system does not let it happen, `failure`
 * being its words, and rejects only if the program is to stop.
 */
export async function attempt<Result>(
  signal: AbortSignal,
  path: string,
  work: () => Promise<Result>,
  failure = 'could not be removed',
): Promise<Result | Refusal> {
  signal.throwIfAborted();
  try {
    return await work();
  } catch (error) {
    const reason = systemErrorCode(error) ?? (error instanceof Error ? error.message : `${error}`);
    return { refused: { path, reason: `${failure} (${reason})` } };
  }
}

/** Removes files, each unless it is another one by now. */
export async function removeFiles<File extends FoundFile>(
  { disk, signal }: RemovalContext,
  files: readonly File[],
  bar?: Bar,
): Promise<RemovedFiles<File>> {
  const all: (Removal<File> | Refusal)[] = [];
  for (const file of files) {
    all.push(await attempt(signal, file.path, () => removeFile(disk, file)));
    bar?.advance(1);
  }
  const removed = all.flatMap((one) => ('removed' in one ? [one] : []));
  return {
    removed: removed.map((one) => one.removed),
    bytes: removed.reduce((total, { bytes }) => total + bytes, 0),
    changed: all.flatMap((one) => ('changed' in one ? [one.changed] : [])),
    refused: all.flatMap((one) => ('refused' in one ? [one.refused] : [])),
  };
}

type Removal<File> =
  | { readonly removed: File; readonly bytes: number }
  | { readonly changed: Finding }
  | { readonly isVanished: true };

async function removeFile<File extends FoundFile>(disk: Disk, file: File): Promise<Removal<File>> {
  const { path } = file;
  if (!(await isThere(path))) return { isVanished: true };
  const now = await lookAt(path);
  if (now === undefined || !isStill(now, file)) return { changed: { path, reason: CHANGED } };
  if (!(await ignoreMissing(() => disk.removeFile(path)))) return { isVanished: true };
  return { removed: file, bytes: now.names === 1 ? now.size : 0 };
}
