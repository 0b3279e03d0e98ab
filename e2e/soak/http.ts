import { type IncomingHttpHeaders, request as openRequest } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { Violation } from './checks/violation.ts';

export interface HttpRequest {
  readonly method: string;
  /** With its query. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** From the request to the end of the answer. */
  readonly milliseconds: number;
}

/** Rejects with a `ConnectionLost` if the tracker was stopped meanwhile; it runs again by then. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;

/** The connection ended without an answer, so nobody knows whether the request was served. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/**
 * Sends a request on a connection of its own. Otherwise the tracker could close an idle connection just as the
 * request is sent, which would look as if the tracker had failed. Throws a `Violation` after `patienceMs`.
 */
export async function sendOnce(
  url: string,
  { method, target, headers = {}, body }: HttpRequest,
  patienceMs: number,
): Promise<HttpAnswer> {
  const sent = performance.now();
  const signal = AbortSignal.timeout(patienceMs);
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  const options = { method, headers, agent: false, signal };
  const request = openRequest(`${url}${target}`, options, (response) => {
    const { statusCode: status = 0, headers } = response;
    readText(response).then((text) => {
      resolve({ status, headers, text, milliseconds: performance.now() - sent });
    }, reject);
  });
  request.on('error', reject).end(body);
  try {
    return await promise;
  } catch (error) {
    const name = `${method} ${target}`;
    if (!signal.aborted) throw new ConnectionLost(name, { cause: error });
    throw new Violation(`${name} should have been answered within ${patienceMs} ms.`);
  }
}
