import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { readTarget } from '../../http/loopback.ts';
import { GATEWAY_ERRORS, GatewayError } from './gateway-error.ts';

/** A request as it reached the gateway. */
export interface GatewayRequest {
  readonly requestId: string;
  readonly extendedRequestId: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly method: string;
  /** With the stage, percent-encoding left as it came. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** In the order and the letter case they were sent in, and those that API Gateway adds. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly sourceIp: string;
  /** Null when there is none. */
  readonly body: string | null;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html, quotas of REST APIs. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;
const MAX_HEADER_BYTES = 10_240;

/** These belong to the connection between caller and gateway, and end there. */
const HOP_BY_HOP = ['connection', 'expect', 'keep-alive', 'transfer-encoding', 'upgrade'];

/** What of a request is known before its body is. */
export type RequestHead = Omit<GatewayRequest, 'body'>;

export function readHead(incoming: IncomingMessage, now: number): RequestHead {
  const sourceIp = incoming.socket.remoteAddress ?? '';
  const requestId = randomUUID();
  return {
    requestId,
    extendedRequestId: Buffer.from(requestId.slice(0, 11)).toString('base64'),
    time: now,
    ...readTarget(incoming),
    headers: [
      ...headerPairs(incoming).filter(([name]) => !HOP_BY_HOP.includes(name.toLowerCase())),
      ['X-Amzn-Trace-Id', `Root=1-${Math.floor(now / 1000).toString(16)}-${trace(requestId)}`],
      ['X-Forwarded-For', sourceIp],
      ['X-Forwarded-Port', '443'],
      ['X-Forwarded-Proto', 'https'],
    ],
    sourceIp,
  };
}

function headerPairs({ rawHeaders }: IncomingMessage): [string, string][] {
  return Array.from({ length: rawHeaders.length / 2 }, (_, index) => [
    rawHeaders[2 * index] ?? '',
    rawHeaders[2 * index + 1] ?? '',
  ]);
}

function trace(requestId: string): string {
  return requestId.replaceAll('-', '').slice(0, 24);
}

/** Throws when the values of all headers together are longer than API Gateway takes. */
export function assertHeaderSize(incoming: IncomingMessage): void {
  const bytes = headerPairs(incoming).reduce((sum, [, value]) => sum + value.length, 0);
  if (bytes > MAX_HEADER_BYTES) throw new GatewayError(GATEWAY_ERRORS.headersTooLarge);
}

/**
 * The body as text. Without `binaryMediaTypes` API Gateway takes every body for UTF-8 and never says
 * `isBase64Encoded`; invalid bytes become replacement characters, and what they were is lost.
 */
export async function readBody(incoming: IncomingMessage): Promise<string | null> {
  // What is too much is read too, so that the caller is still there to get the answer.
  const bytes = await buffer(incoming);
  if (bytes.length > MAX_BODY_BYTES) throw new GatewayError(GATEWAY_ERRORS.requestTooLarge);
  return bytes.length === 0 ? null : bytes.toString('utf8');
}
