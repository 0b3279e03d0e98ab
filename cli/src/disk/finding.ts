/** Something that is not taken, with the reason in words. */
export interface Finding {
  /**
   * Of a line in a list: the list's path, a colon, and the line's number. If it is not about a file,
   * what it is about.
   */
  readonly path: string;
  readonly reason: string;
  /** What the line says. */
  readonly text?: string;
}
