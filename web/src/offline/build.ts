/** A file that the service worker keeps. */
export interface KeptFile {
  /** Relative to the page's folder; empty for the page itself. */
  readonly path: string;
  /** Subresource integrity. Missing if the host makes the file. */
  readonly integrity?: string;
}

/** One build of the page. */
export interface Build {
  /** Differs if any of the built files differs. */
  readonly version: string;
  readonly files: readonly KeptFile[];
}
