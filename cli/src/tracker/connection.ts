import { Failure } from '../errors/failure.ts';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { COMMAND } from '../text/command-name.ts';

/** Error codes of connections that broke. With any other code, there was never a connection. */
const BROKEN = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET'];

/** `fetch` hides the code in the cause of its error. */
const codeOf = (error: unknown): string | undefined =>
  error instanceof Error ? (systemErrorCode(error.cause) ?? systemErrorCode(error)) : undefined;

/** Whether a connection broke, so that a retry may succeed. */
export function brokenConnection(error: unknown): boolean {
  return BROKEN.includes(codeOf(error) ?? '');
}

/** Turns an error of `fetch` into a `Failure` with advice. Returns other errors as they are. */
export function connectionFailure(error: unknown, address: string): unknown {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new Failure(`${address} does not answer. Try again later.`);
  }
  const isOfFetch = error instanceof TypeError && /^(fetch failed|terminated)$/.test(error.message);
  if (!isOfFetch) return error;

  const code = codeOf(error) ?? 'no reason given';
  const change = `or change the address with: ${COMMAND} login`;
  if (code === 'ECONNREFUSED') {
    return new Failure(`Nothing answers at ${address}. Start the tracker (npm start), ${change}`);
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new Failure(`${address} could not be found. Check the network, ${change}`);
  }
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG') {
    return new Failure(`${address} does not speak https. Try http, ${change}`);
  }
  if (/CERT|SIGNATURE|TLS|SSL/.test(code)) {
    return new Failure(
      `The certificate of ${address} is not trusted (${code}). If you trust the authority that issued it, put the authority's certificate into a file and set NODE_EXTRA_CA_CERTS to its path.`,
    );
  }
  return new Failure(`The connection to ${address} failed (${code}). Try again, ${change}`);
}
