import type { HonoRequest } from 'hono';
import { PublicError } from '../../../../kernel/errors.ts';

/** Reads the body, or throws a 400. */
export async function receiveBody(request: HonoRequest): Promise<ArrayBuffer> {
  const encoding = request.header('Content-Encoding') ?? 'identity';
  if (encoding !== 'identity') {
    const message = `body: must not be compressed, but has Content-Encoding ${encoding}`;
    throw new PublicError('invalid_request', message);
  }
  return request.arrayBuffer();
}

/** The text of a body in UTF-8. Throws a 400 if it is not. */
export function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PublicError('invalid_request', 'body: must be JSON in UTF-8, but is not UTF-8');
  }
}

/**
 * Reads and drops a body, for at most `milliseconds`. Many clients read the response only after they
 * have sent the whole body. Does not throw if the client leaves.
 */
export async function discard(
  body: ReadableStream<Uint8Array> | null,
  milliseconds: number,
): Promise<void> {
  if (body === null || body.locked) return;
  const reader = body.getReader();
  // An unhandled rejection of `cancel` would end the process.
  const timer = setTimeout(() => reader.cancel().catch(() => {}), milliseconds);
  try {
    while (!(await reader.read()).done);
  } catch {
    // The client has left.
  } finally {
    clearTimeout(timer);
  }
}
