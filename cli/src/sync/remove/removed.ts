/** What was removed. */
export interface Removed {
  readonly files: number;
  /** Folders of shows and movies. */
  readonly folders: number;
  /** Space on the disk that nothing uses any more. */
  readonly bytes: number;
}
