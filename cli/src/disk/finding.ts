/** Something that a sync did not record or delete, with the reason in words. */
export interface Finding {
  /**
   * The path of a file or folder. For a line of a watched list, the list's path, a colon, and the line
   * number. For anything else, its name in words, such as `TheTVDB id of Dark`.
   */
  readonly path: string;
  readonly reason: string;
  /** The text of the line. */
  readonly text?: string;
}
