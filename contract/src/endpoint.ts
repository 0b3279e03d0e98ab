import type * as z from 'zod';
import type { ErrorCode } from './errors.ts';

/** One API operation, as the client, the routes and the OpenAPI document share it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: `/${string}`;
  readonly summary: string;
  /** The schema of the body; of a GET, the schema of the query, or undefined if it does not have one. */
  readonly request: z.ZodType;
  readonly response: z.ZodType;
  /** Error codes in addition to `commonErrors`. */
  readonly errors: readonly ErrorCode[];
}

/** Error codes that any endpoint can return. */
export const commonErrors: readonly ErrorCode[] = [
  'unauthorized',
  'internal_error',
  'store_unavailable',
  'overloaded',
];
export const queryErrors = ['invalid_request'] as const;
export const bodyErrors = ['invalid_request', 'too_large'] as const;
export const providerErrors = ['unknown_ids', 'provider_error', 'provider_not_configured'] as const;

export type RequestOf<E extends Endpoint> = z.output<E['request']>;
export type ResponseOf<E extends Endpoint> = z.output<E['response']>;

/** An endpoint whose schemas are built on first use. */
export function endpoint<
  const Described extends Omit<Endpoint, 'request' | 'response'>,
  Request extends z.ZodType,
  Response extends z.ZodType,
>({
  request,
  response,
  ...described
}: Described & { readonly request: () => Request; readonly response: () => Response }) {
  return {
    ...described,
    get request() {
      return request();
    },
    get response() {
      return response();
    },
  };
}
