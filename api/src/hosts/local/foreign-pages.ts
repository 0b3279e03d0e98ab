import type { HonoRequest } from 'hono';
import { PublicError } from '../../kernel/errors.ts';

/**
 * A browser that has learned the password sends it along with what any web page posts here, without
 * asking first where the page makes do with a form's content type.
 */
export function refuseForeignPages(request: HonoRequest, corsOrigin: string): void {
  const origin = request.header('Origin');
  const foreign =
    origin !== undefined &&
    origin !== corsOrigin &&
    request.header('Sec-Fetch-Site') !== 'same-origin' &&
    URL.parse(origin)?.host !== request.header('Host');
  if (!foreign || request.method === 'GET') return;
  const message = `Unauthorized: pages of ${origin} may not change anything here; IMMERSION_TRACKER_CORS_ORIGIN names the one that may.`;
  throw new PublicError('unauthorized', message);
}
