/** Something that is not taken, with the reason in words. */
export interface Remark {
  /**
   * Of a line in a list: the list's path, a colon, and the line's number. Where it is about no file,
   * what it is about.
   */
  readonly path: string;
  readonly reason: string;
  /** What the line says. */
  readonly text?: string;
}

/** What a scan did not take. */
export interface Remarks {
  /** By our rules none of our business. */
  readonly ignored: Remark[];
  /** Would have been taken, had it been possible. */
  readonly unreadable: Remark[];
}
