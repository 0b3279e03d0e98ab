import { type BigIntStats, statSync } from 'node:fs';
import type { Log } from '../../../kernel/log.ts';
import type { SecretSource } from '../../../kernel/secret.ts';
import { lastValid, versionOf } from '../last-valid.ts';
import { accessFile, readSecretFile, readUtf8 } from './secret-file.ts';

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
  const version = () => versionOf(stat());
  const current = lastValid({ name: 'secret', file, version, read }, log);
  let secret = current();
  if ((stat().mode & 0o077n) !== 0n && process.platform !== 'win32') {
    log('warn', `other users of this machine can read ${file}; run chmod 600 on it`);
  }

  return {
    async current() {
      secret = current();
      return secret;
    },
    known: async () => secret,
  };
}
