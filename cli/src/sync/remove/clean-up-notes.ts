import type { FinishedFolder } from '../journal/journal.ts';

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
