import type { FoundFile } from './files.ts';
import type { Remark } from './finding.ts';
import type { Video } from './scanning/watched-videos.ts';

/** A folder with watched videos. */
export interface VideoFolder {
  readonly path: string;
  /** Episodes have numbers, by which subtitles belong to them. */
  readonly holds: 'episodes' | 'movies';
  /**
   * Whether the folder itself may go once all of its videos have: the folder of a show, or of one
   * movie. `movies/watched` stays.
   */
  readonly goes: boolean;
  /** The videos to record. */
  readonly videos: readonly Video[];
  /** All else. */
  readonly beneath: Beneath;
}

export interface Beneath {
  /** Other videos, sidecar files, and files that are neither; of a show inside it, only the videos. */
  readonly files: readonly FoundFile[];
  /** Folders, deepest first, without the folder itself. */
  readonly folders: readonly string[];
  /** Links, shows of their own, and whatever cannot be looked at: the folder stays for their sake. */
  readonly keepers: readonly Remark[];
}

export interface ShowFolder extends VideoFolder {
  /** As the tracker records it. */
  readonly name: string;
}
