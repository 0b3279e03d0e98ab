import type { IncomingMessage, ServerResponse } from 'node:http';
import { PublicError } from '../../../../kernel/errors.ts';

/** If one of these is repeated, some programs take the first line and others the last. */
const ONCE = ['authorization', 'content-length', 'content-type', 'host', 'transfer-encoding'];

/**
 * Throws a 400 if a proxy could read a request differently from Node, and so take a part of its body for another
 * request (request smuggling). Node itself refuses Content-Length together with Transfer-Encoding.
 */
export function rejectAmbiguous(request: IncomingMessage, response: ServerResponse): void {
  const problem = problemOf(request);
  if (problem === undefined) return;
  // What follows on the connection may not be a request.
  response.shouldKeepAlive = false;
  const message = `headers: the request ${problem}, which is ambiguous`;
  throw new PublicError('invalid_request', message);
}

function problemOf({ rawHeaders, headers, httpVersion }: IncomingMessage): string | undefined {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const repeated = ONCE.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (repeated !== undefined) return `has ${repeated} more than once`;
  const coding = headers['transfer-encoding'];
  if (coding === undefined) return undefined;
  if (coding.toLowerCase() !== 'chunked') return `has transfer-encoding ${coding}`;
  // RFC 9112, section 6.1.
  return httpVersion === '1.0' ? 'has transfer-encoding in HTTP/1.0' : undefined;
}
