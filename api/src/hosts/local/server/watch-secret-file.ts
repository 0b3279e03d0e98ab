import { type BigIntStats, statSync } from 'node:fs';
import type { Log } from '../../../kernel/log.ts';
import type { SecretSource } from '../../../kernel/secret.ts';
import { accessFile, readSecretFile, readUtf8 } from '../secret-file.ts';

export interface WatchedSecret {
  /**
   * The secret in the file right now, so that new keys and users take effect at once. While the file
   * is invalid or unreadable, the last valid secret stays in use, and every call tries again.
   */
  readonly current: SecretSource;
  /** The last result of `current`, without checking the file. */
  readonly known: SecretSource;
}

/** The file operations that watching needs. They throw what Node's own throw. */
export interface SecretFiles {
  stat: (file: string) => Pick<BigIntStats, 'ino' | 'size' | 'ctimeNs' | 'mode'>;
  read: (file: string) => string;
}

export const secretFiles: Readonly<SecretFiles> = {
  stat: (file) => statSync(file, { bigint: true }),
  read: readUtf8,
};

export function watchSecretFile(
  file: string,
  log: Log,
  files: Readonly<SecretFiles> = secretFiles,
): WatchedSecret {
  const stat = () => accessFile(file, (path) => files.stat(path));
  const read = () => readSecretFile(file, (path) => files.read(path));
  const first = stat();
  let secret = read();
  let version = versionOf(first);
  /** Why the file cannot be used, so that each cause is logged once and not for each request. */
  const causes = new Set<string>();
  if ((first.mode & 0o077n) !== 0n && process.platform !== 'win32') {
    log('warn', `other users of this machine can read ${file}; run chmod 600 on it`);
  }

  return {
    async current() {
      try {
        const now = versionOf(stat());
        if (now !== version) secret = read();
        // Only now: a version that could not be read has to be tried again.
        version = now;
        if (causes.size > 0) log('info', `${file}: is in use again`);
        causes.clear();
      } catch (error) {
        const cause = error instanceof Error ? error.message : String(error);
        if (!causes.has(cause)) log('error', `${cause}; the last valid secret stays in use`);
        causes.add(cause);
      }
      return secret;
    },
    known: async () => secret,
  };
}

/** Changes whenever the file does. Unlike `mtime`, no program can set `ctime`. */
const versionOf = ({ ino, size, ctimeNs }: ReturnType<SecretFiles['stat']>): string =>
  `${ino} ${size} ${ctimeNs}`;
