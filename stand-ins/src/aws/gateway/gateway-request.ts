import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { readTarget } from '../../http/loopback.ts';
import { GATEWAY_ERRORS, GatewayError } from './gateway-error.ts';

/** A request as the gateway received it. */
export interface GatewayRequest {
  readonly requestId: string;
  readonly extendedRequestId: string;
  /** In epoch milliseconds. */
  readonly time: number;
  readonly method: string;
  /** With the stage; still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** In their original order and case, followed by those that API Gateway adds. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly sourceIp: string;
  /** Null if it is empty. */
  readonly body: string | null;
}

/** Quotas of REST APIs: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const MAX_BODY_BYTES = 10 * 1024 * 1024;
const MAX_HEADER_BYTES = 10_240;

/** These headers concern only the connection to the gateway, which does not forward them. */
const HOP_BY_HOP = ['connection', 'expect', 'keep-alive', 'transfer-encoding', 'upgrade'];

/** A request before its body has been read. */
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

/** Throws if the values of all headers together are longer than API Gateway accepts. */
export function assertHeaderSize(incoming: IncomingMessage): void {
  const bytes = headerPairs(incoming).reduce((sum, [, value]) => sum + value.length, 0);
  if (bytes > MAX_HEADER_BYTES) throw new GatewayError(GATEWAY_ERRORS.headersTooLarge);
}

/**
 * The body as text. Without `binaryMediaTypes`, API Gateway decodes every body as UTF-8, with replacement characters
 * for invalid bytes, and never sets `isBase64Encoded`.
 */
export async function readBody(incoming: IncomingMessage): Promise<string | null> {
  // Read even a body that is too large, so that the caller finishes sending and gets the answer.
  const bytes = await buffer(incoming);
  if (bytes.length > MAX_BODY_BYTES) throw new GatewayError(GATEWAY_ERRORS.requestTooLarge);
  return bytes.length === 0 ? null : bytes.toString('utf8');
}
