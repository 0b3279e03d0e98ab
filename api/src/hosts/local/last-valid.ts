import type { BigIntStats } from 'node:fs';
import type { Log } from '../../kernel/log.ts';

export interface Source<T> {
  /** What to call the value in the log, such as `secret`, and the file to name. */
  readonly name: string;
  readonly file: string;
  /** Changes whenever the value may have. Throws if that cannot be found out. */
  readonly version: () => string;
  /** Throws if the value is invalid or cannot be read. */
  readonly read: () => T;
}

/**
 * Returns a function that returns the value as it is right now. While it is invalid or unreadable, the last
 * valid one stays in use, and every call tries again. Throws if the first one is invalid.
 */
export function lastValid<T>({ name, file, version, read }: Source<T>, log: Log): () => T {
  let used = version();
  let value = read();
  /** Why the file cannot be used, so that each cause is logged once and not for each request. */
  const causes = new Set<string>();
  return () => {
    try {
      const now = version();
      if (now !== used) value = read();
      // Only now: a version that could not be read has to be tried again.
      used = now;
      if (causes.size > 0) log('info', `${file} is valid again; its ${name} is in use`);
      causes.clear();
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      if (!causes.has(cause)) log('error', `${cause}; the last valid ${name} stays in use`);
      causes.add(cause);
    }
    return value;
  };
}

/** Changes whenever the file does. Unlike `mtime`, no program can set `ctime`. */
export const versionOf = ({
  ino,
  size,
  ctimeNs,
}: Pick<BigIntStats, 'ino' | 'size' | 'ctimeNs'>): string => `${ino} ${size} ${ctimeNs}`;
