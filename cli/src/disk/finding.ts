/** Something that is not recorded or removed, with the reason in words. */
export interface Finding {
  /**
   * For a line of a watched list: the list's path, a colon, and the line number. If the finding does not
   * concern a file, what it concerns.
   */
  readonly path: string;
  readonly reason: string;
  /** The text of the line. */
  readonly text?: string;
}
