import { statSync } from 'node:fs';
import type { Log } from '../../../kernel/log.ts';
import type { SecretSource } from '../../../kernel/secret.ts';
import { readSecretFile } from '../secret-file.ts';

export interface WatchedSecret {
  /**
   * The secret as the file has it now: keys and users that are added while the tracker runs count at
   * once. A file that has become unreadable is logged, and what was read last stays in force.
   */
  readonly current: SecretSource;
  /** What `current` gave last, without a look at the file. */
  readonly known: SecretSource;
}

export function watchSecretFile(file: string, log: Log): WatchedSecret {
  let seen = version(file);
  let secret = readSecretFile(file);
  if ((statSync(file).mode & 0o077) !== 0 && process.platform !== 'win32') {
    log('warn', `other users of this machine can read ${file}; run chmod 600 on it`);
  }

  return {
    async current() {
      const now = version(file);
      if (now === seen) return secret;
      seen = now;
      try {
        secret = readSecretFile(file);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        log('error', `${reason}; what the secret file held before stays in force`);
      }
      return secret;
    },
    known: async () => secret,
  };
}

/** Changes whenever the file does; undefined while it does not exist. */
function version(file: string): string | undefined {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat && `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
}
