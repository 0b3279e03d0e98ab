import { readFileSync } from 'node:fs';
import { createSecureContext, type Server } from 'node:tls';
import type { Log } from '../../../kernel/log.ts';
import { ConfigError } from '../../config.ts';
import type { Config } from '../config.ts';
import { fileVersion } from './file-version.ts';

type Files = NonNullable<Config['tls']>;

const VARIABLES = 'IMMERSION_TRACKER_TLS_CERT, IMMERSION_TRACKER_TLS_KEY';

/** Throws a `ConfigError` if the files cannot be read, or do not belong together. */
export function readCertificate(files: Files): { readonly cert: Buffer; readonly key: Buffer } {
  const pair = { cert: readPem(files.cert), key: readPem(files.key) };
  try {
    createSecureContext(pair);
  } catch {
    throw new ConfigError(
      `${VARIABLES}: ${files.cert} and ${files.key} are not a matching PEM certificate and key; choose two files that belong together`,
    );
  }
  return pair;
}

/**
 * From now on, new connections get the certificate that is in the files right now. While the files cannot
 * be read or do not belong together, as in the middle of a renewal, they get the last valid one.
 */
export function renewCertificate(server: Server, files: Files, log: Log): void {
  const version = () => `${fileVersion(files.cert)} ${fileVersion(files.key)}`;
  let used: string | undefined;
  let logged: string | undefined;
  server.prependListener('connection', () => {
    const now = version();
    if (now === used) return;
    try {
      server.setSecureContext(readCertificate(files));
      used = now;
      logged = undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason === logged) return;
      logged = reason;
      log('error', `${reason}; the last valid certificate stays in use`);
    }
  });
}

function readPem(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new ConfigError(`${VARIABLES}: cannot read ${file}; check the path and its permissions`);
  }
}
