import { statSync } from 'node:fs';
import type { Log } from '../../../kernel/log.ts';
import type { SecretSource } from '../../../kernel/secret.ts';
import { readSecretFile } from '../secret-file.ts';
import { fileVersion } from './file-version.ts';

export interface WatchedSecret {
  /**
   * The secret in the file right now, so that new keys and users take effect at once. If the file
   * becomes invalid or unreadable, that is logged and the last valid secret stays in use.
   */
  readonly current: SecretSource;
  /** The last result of `current`, without checking the file. */
  readonly known: SecretSource;
}

export function watchSecretFile(file: string, log: Log): WatchedSecret {
  let seen = fileVersion(file);
  let secret = readSecretFile(file);
  if ((statSync(file).mode & 0o077) !== 0 && process.platform !== 'win32') {
    log('warn', `other users of this machine can read ${file}; run chmod 600 on it`);
  }

  return {
    async current() {
      const now = fileVersion(file);
      if (now === seen) return secret;
      seen = now;
      try {
        secret = readSecretFile(file);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        log('error', `${reason}; the last valid secret stays in use`);
      }
      return secret;
    },
    known: async () => secret,
  };
}
