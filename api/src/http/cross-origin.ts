import { PublicError } from '../kernel/errors.ts';

/** What a request says of where it comes from. */
export interface Requested {
  readonly method: string;
  /** The value of a header, in whatever letter case it was sent. */
  header(name: string): string | undefined;
}

/**
 * A browser that has learned the password sends it along with what any web page posts here, without
 * asking first if the page makes do with a form's content type.
 */
export function rejectCrossOrigin({ method, header }: Requested, corsOrigin: string): void {
  const origin = header('Origin');
  const foreign =
    origin !== undefined &&
    origin !== corsOrigin &&
    header('Sec-Fetch-Site') !== 'same-origin' &&
    URL.parse(origin)?.host !== header('Host');
  if (!foreign || method === 'GET') return;
  const message = `Unauthorized: pages of ${origin} may not change anything here; IMMERSION_TRACKER_CORS_ORIGIN names the one that may.`;
  throw new PublicError('unauthorized', message);
}
