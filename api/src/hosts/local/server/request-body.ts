import type { HonoRequest } from 'hono';
import { PublicError } from '../../../kernel/errors.ts';

/** The text of a body, or a 400 that says why it cannot be read. */
export async function readBody(request: HonoRequest): Promise<string> {
  const encoding = request.header('Content-Encoding') ?? 'identity';
  if (encoding !== 'identity') {
    const message = `body: must not be compressed, but has Content-Encoding ${encoding}`;
    throw new PublicError('invalid_request', message);
  }
  const bytes = await request.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PublicError('invalid_request', 'body: must be JSON in UTF-8, but is not UTF-8');
  }
}

/**
 * Reads a body to its end and drops it, for `milliseconds` at the most: many clients look for an
 * answer only when they have sent everything. A client may leave earlier.
 */
export async function discard(
  body: ReadableStream<Uint8Array> | null,
  milliseconds: number,
): Promise<void> {
  if (body === null || body.locked) return;
  const reader = body.getReader();
  // A cancellation that fails would be an unhandled rejection, which ends the process.
  const timer = setTimeout(() => reader.cancel().catch(() => {}), milliseconds);
  try {
    while (!(await reader.read()).done);
  } catch {
    // The client has left; nobody waits for the answer.
  } finally {
    clearTimeout(timer);
  }
}
