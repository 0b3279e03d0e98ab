import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { Failure } from './failure.ts';

/** Above the 29 s after which API Gateway itself gives up. */
const TIMEOUT_MS = 35_000;

export interface Ask {
  readonly method: string;
  readonly path: string;
  /** Names go out in the letter case they have here, which `fetch` would not do. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  /** By name in small letters. */
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  /** From sending to the first byte of the answer. */
  readonly milliseconds: number;
}

export type Send = (ask: Ask) => Promise<Answer>;

/** Sends to `url`, over one connection as long as that holds. `now` is in milliseconds. */
export function createSend(url: string, now: () => number): Send {
  const isHttps = url.startsWith('https:');
  const start = isHttps ? httpsRequest : httpRequest;
  const agent = new (isHttps ? HttpsAgent : HttpAgent)({ keepAlive: true });

  return async ({ method, path, headers = {}, body }) => {
    const sent = now();
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
      start(`${url}${path}`, { method, headers, agent, signal }, resolve)
        .on('error', reject)
        .end(body);
      const message = await promise;
      const milliseconds = now() - sent;
      const { statusCode: status = 0, headers: came } = message;
      return { status, headers: came, text: await text(message), milliseconds };
    } catch (error) {
      throw new Failure(`${method} ${url}${path} has no answer: ${reasonOf(error, signal)}.`);
    }
  };
}

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return `none within ${TIMEOUT_MS / 1000} s`;
  if (!(error instanceof Error)) return String(error);
  // A name with several addresses fails with all their errors, and no message.
  if (error instanceof AggregateError) return reasonOf(error.errors[0], signal);
  return error.message;
}
