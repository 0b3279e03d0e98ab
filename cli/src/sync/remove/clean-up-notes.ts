import type { FileIdentity } from '../../media/files.ts';

/** A folder of which a clean-up removes the sidecar files, and itself if it is left without videos. */
export interface FinishedFolder {
  readonly path: string;
  /** All that may go with its videos: the files that were there when these were acknowledged. */
  readonly sidecars: readonly FileIdentity[];
}

/**
 * Where a clean-up notes what it is about to do, so that a later run can finish it. Only such a note
 * tells a folder that we emptied from one that somebody prepares for a show to come. It is kept outside
 * the media folder, where anybody may write.
 */
export interface CleanUpNotes {
  /** What an earlier run did not finish. */
  read(): readonly FinishedFolder[];
  /** Notes these in place of all that were noted before. */
  write(folders: readonly FinishedFolder[]): Promise<void>;
}
