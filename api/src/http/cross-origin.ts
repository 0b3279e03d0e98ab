import { PublicError } from '../kernel/errors.ts';

/** The parts of a request that identify the page behind it. */
export interface Requested {
  readonly method: string;
  /** The value of a header. Names are case-insensitive. */
  header(name: string): string | undefined;
}

/**
 * Protects against cross-site request forgery. Once a browser knows the password, it sends it with
 * any page's requests to the tracker, and does so without a preflight if they use a form's content type.
 */
export function rejectCrossOrigin({ method, header }: Requested, corsOrigin: string): void {
  const origin = header('Origin');
  const foreign =
    origin !== undefined &&
    origin !== corsOrigin &&
    header('Sec-Fetch-Site') !== 'same-origin' &&
    URL.parse(origin)?.host !== header('Host');
  if (!foreign || method === 'GET') return;
  const message = `Unauthorized: pages from ${origin} cannot make changes here; to allow them, set IMMERSION_TRACKER_CORS_ORIGIN.`;
  throw new PublicError('unauthorized', message);
}
