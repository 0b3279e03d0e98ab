import { X509Certificate } from 'node:crypto';
import { statSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { Log } from '../../../../kernel/log.ts';
import { ConfigError } from '../../../config.ts';
import type { Config } from '../../config.ts';
import { lastValid, versionOf } from '../../last-valid.ts';
import { readSmallFile } from '../../read-small-file.ts';

const VARIABLES = 'IMMERSION_TRACKER_TLS_CERT, IMMERSION_TRACKER_TLS_KEY';

/** The certificate and key in use right now, which can change with every call. */
export type CurrentCertificate = () => Certificate;

export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** For the names in it. */
  readonly parsed: X509Certificate;
}

/**
 * Returns a function that returns the certificate and key in the files right now. While they cannot be read
 * or do not belong together, as in the middle of a renewal, it returns the last valid pair. Throws a
 * `ConfigError` if the first pair is not valid.
 */
export function watchCertificate(
  { cert, key }: NonNullable<Config['tls']>,
  log: Log,
): CurrentCertificate {
  const version = () => `${access(cert, fileVersion)} ${access(key, fileVersion)}`;
  const read = () => {
    const pair = { cert: access(cert, readSmallFile), key: access(key, readSmallFile) };
    try {
      createSecureContext(pair);
      return { ...pair, parsed: new X509Certificate(pair.cert) };
    } catch {
      throw new ConfigError(
        `${VARIABLES}: ${cert} and ${key} are not a matching PEM certificate and key; choose two files that belong together`,
      );
    }
  };
  return lastValid({ name: 'certificate', file: cert, version, read }, log);
}

const fileVersion = (file: string): string => versionOf(statSync(file, { bigint: true }));

function access<T>(file: string, operation: (file: string) => T): T {
  try {
    return operation(file);
  } catch {
    throw new ConfigError(`${VARIABLES}: cannot read ${file}; check the path and its permissions`);
  }
}
