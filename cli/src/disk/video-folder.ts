import type { FoundFile } from './files.ts';
import type { Finding } from './finding.ts';

/** A watched video. */
export interface Video extends FoundFile {
  /** The name to record, in NFC and without extension: `01`, or `Season 1/01` in a season's folder. */
  readonly name: string;
}

export interface VideoFolder {
  readonly path: string;
  /** Subtitles may belong to episodes by their numbers, but not to movies. */
  readonly holds: 'episodes' | 'movies';
  /**
   * Whether the folder itself may be removed once all of its videos were: true for a show's or movie's
   * folder, false for `movies/watched`.
   */
  readonly goes: boolean;
  /** The videos to record. */
  readonly videos: readonly Video[];
  /** Everything in the folder except these videos. */
  readonly contents: FolderContents;
}

export interface FolderContents {
  /** Other videos, sidecar files, and files that are neither. Of a nested show, only its videos. */
  readonly files: readonly FoundFile[];
  /** The folders in it, deepest first. */
  readonly folders: readonly string[];
  /** Links, nested shows, and whatever cannot be read. They keep the folder. */
  readonly blockers: readonly Finding[];
}

export interface ShowFolder extends VideoFolder {
  /** The folder's name as the tracker records it, in NFC. */
  readonly name: string;
}
