import type { FoundFile } from './files.ts';
import type { Finding } from './finding.ts';

/** A watched video. */
export interface Video extends FoundFile {
  /** As the tracker records it: without extension, in NFC, with its season's or movie's folder. */
  readonly name: string;
}

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
  readonly contents: FolderContents;
}

export interface FolderContents {
  /** Other videos, sidecar files, and files that are neither; of a show inside it, only the videos. */
  readonly files: readonly FoundFile[];
  /** Folders, deepest first, without the folder itself. */
  readonly folders: readonly string[];
  /** Links, shows of their own, and whatever cannot be looked at: the folder stays for their sake. */
  readonly blockers: readonly Finding[];
}

export interface ShowFolder extends VideoFolder {
  /** As the tracker records it. */
  readonly name: string;
}
