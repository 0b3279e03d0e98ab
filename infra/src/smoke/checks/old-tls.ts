import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { Check } from '../stage.ts';

/** Here API Gateway takes TLS 1.0, and only a domain of one's own can refuse it (its security policies). */
const OF_AWS = /\.execute-api\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/;

/** Versions that RFC 8996 forbids. OpenSSL offers them on the lowest of its security levels only. */
const OLD = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

const TIMEOUT_MS = 10_000;

/** Only of a domain of one's own, which the stack sets the oldest version of. */
export const oldTls = (url: string): readonly Check[] => {
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== 'https:' || OF_AWS.test(hostname)) return [];
  return [
    {
      name: 'TLS 1.0 and 1.1 are refused',
      run: async () => {
        const socket = connect({
          ...OLD,
          host: hostname,
          port: Number(port || 443),
          // An address is no server name (RFC 6066, section 3).
          servername: isIP(hostname) === 0 ? hostname : '',
        });
        try {
          await once(socket, 'secureConnect', { signal: AbortSignal.timeout(TIMEOUT_MS) });
          return [`TLS 1.2 or later expected, ${socket.getProtocol()} was accepted`];
        } catch (error) {
          if (isRefusal(error)) return [];
          const reason = error instanceof Error ? error.message : String(error);
          return [`a refusal expected, ${reason} came`];
        } finally {
          socket.destroy();
        }
      },
    },
  ];
};

/** An alert of TLS, or a connection that is cut instead; not one that never was, or is slow. */
function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_SSL_') || code === 'ECONNRESET' || code === 'EPROTO';
}
