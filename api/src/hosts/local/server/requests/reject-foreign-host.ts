import { isIP } from 'node:net';
import { PublicError } from '../../../../kernel/errors.ts';
import type { Config } from '../../config.ts';
import type { CurrentCertificate } from '../connections/certificate.ts';

interface HostConfig extends Pick<Config, 'host' | 'corsOrigin'> {
  readonly certificate: CurrentCertificate | undefined;
}

/** Throws a 400 if a `Host` header does not name this tracker. */
export type RejectForeignHost = (host: string) => void;

/**
 * Protects against DNS rebinding: if the host name of a web page is pointed at this tracker, browsers let the page
 * read the answers as its own, but send that name in `Host`. IP addresses pass, and so do names that only the owner of
 * this machine can assign, with any port.
 */
export function createRejectForeignHost({
  host,
  corsOrigin,
  certificate,
}: HostConfig): RejectForeignHost {
  const configured = [nameIn(host), nameIn(new URL(corsOrigin).host)];

  return (sent) => {
    const name = nameIn(sent);
    const isOwn =
      name !== undefined &&
      (isIP(name) !== 0 ||
        /^(.+\.)?localhost$/.test(name) ||
        configured.includes(name) ||
        certificate?.().parsed.checkHost(name) !== undefined);
    if (isOwn) return;
    const message = `Host: the tracker is not known as ${JSON.stringify(sent)}; if that is its address, set IMMERSION_TRACKER_CORS_ORIGIN to it, such as https://tracker.example, or HOST, or use a certificate for it.`;
    throw new PublicError('invalid_request', message);
  };
}

/** The name or IP address in a `Host` header, as browsers write it; undefined if it is not valid. */
function nameIn(host: string): string | undefined {
  const bare = isIP(host) === 6 ? `[${host}]` : host;
  // Other characters could end the host part of the URL.
  if (!/^[\p{L}\p{N}._:[\]-]+$/u.test(bare)) return undefined;
  return URL.parse(`http://${bare}`)?.hostname.replace(/^\[(.*)\]$|\.$/, '$1');
}
