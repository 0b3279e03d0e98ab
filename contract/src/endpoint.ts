import type * as z from 'zod';
import type { ErrorCode } from './errors.ts';

/** One operation of the API: all that the client, the routes and the API document need. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: `/${string}`;
  readonly summary: string;
  readonly request: z.ZodType;
  readonly response: z.ZodType;
  /** Codes beside those that any endpoint may answer with. */
  readonly errors: readonly ErrorCode[];
}

/** Codes that every endpoint may answer with. */
export const commonErrors: readonly ErrorCode[] = [
  'unauthorized',
  'internal_error',
  'store_unavailable',
];
export const bodyErrors = ['invalid_request', 'too_large'] as const;
export const providerErrors = ['unknown_ids', 'provider_error', 'provider_not_configured'] as const;

export type RequestOf<E extends Endpoint> = z.output<E['request']>;
export type ResponseOf<E extends Endpoint> = z.output<E['response']>;
