import type { HonoRequest } from 'hono';
import pLimit, { type LimitFunction } from 'p-limit';
import { raceAbort } from '../../../../kernel/deadline.ts';
import { toOverloaded } from '../../../../kernel/errors.ts';

/** From this size on, in bytes. Hundreds of smaller bodies fit into memory at once. */
const LARGE = 64 * 1024;
/** How many of one user's requests with a large body are in memory at once, unread ones aside. */
const AT_ONCE = 4;

/** Does the work of a request, once there is memory for its body. Throws `overloaded` if `signal` aborts before that. */
type LargeBodyLimit = <T>(
  user: string,
  request: HonoRequest,
  signal: AbortSignal,
  work: () => Promise<T>,
) => Promise<T>;

export function createLargeBodyLimit(): LargeBodyLimit {
  const limits = new Map<string, LimitFunction>();

  return async (user, request, signal, work) => {
    const unknown = request.header('Transfer-Encoding') === undefined ? 0 : LARGE;
    if (Number(request.header('Content-Length') ?? unknown) < LARGE) return work();
    const limit = limits.get(user) ?? pLimit(AT_ONCE);
    limits.set(user, limit);
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const working = limit(() => {
      signal.throwIfAborted();
      begin();
      return work();
    });
    // Handled below, unless the signal aborts first.
    working.catch(() => {});
    try {
      await raceAbort(signal, begun);
    } catch (cause) {
      throw toOverloaded(cause);
    }
    return working;
  };
}
