import * as z from 'zod';
import { basicAuthorization } from './credentials.ts';
import type { Endpoint, RequestOf, ResponseOf } from './endpoint.ts';
import { type ErrorBody, errorBody } from './errors.ts';

/** Where the API is, and who asks. */
export interface ClientOptions {
  /** Origin and optional path prefix, with or without a trailing slash. */
  readonly baseUrl: string;
  readonly user: string;
  readonly password: string;
  readonly fetch?: typeof globalThis.fetch;
  /**
   * Called with the `Date` header of each answer that has one, as epoch milliseconds. Browsers hide
   * that header from pages of other origins.
   */
  readonly onDate?: (epochMs: number) => void;
}

export interface SendOptions {
  readonly signal?: AbortSignal;
}

/** GET endpoints take no body, all others take theirs. */
type BodyArgument<E extends Endpoint> = undefined extends RequestOf<E> ? undefined : RequestOf<E>;

export interface Client {
  /** Sends one request; throws `ApiError` for every answer but a 200 of the documented shape. */
  send<E extends Endpoint>(
    endpoint: E,
    body: BodyArgument<E>,
    options?: SendOptions,
  ): Promise<ResponseOf<E>>;
}

/** An answer that is not the documented 200. `message` is fit to show to a person. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  /** Absent if something between client and API answered, such as a proxy. */
  readonly code: ErrorBody['code'] | undefined;
  readonly ids: readonly (string | number)[];
  readonly requestId: string | undefined;
  /** Whether every other request to the provider would fail too: key, account or quota. */
  readonly providerBlocked: boolean;

  constructor(status: number, body: Partial<ErrorBody> & { message: string }) {
    super(body.message);
    this.status = status;
    this.code = body.code;
    this.ids = body.ids ?? [];
    this.requestId = body.request_id;
    this.providerBlocked = body.provider_blocked ?? false;
  }
}

/** The typed client of the API. Failures to connect pass through as `fetch` throws them. */
export function createClient(options: ClientOptions): Client {
  const { fetch = globalThis.fetch, onDate } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const authorization = basicAuthorization(options.user, options.password);

  return {
    async send<E extends Endpoint>(
      endpoint: E,
      body: BodyArgument<E>,
      { signal }: SendOptions = {},
    ): Promise<ResponseOf<E>> {
      const answer = await fetch(`${baseUrl}${endpoint.path}`, {
        method: endpoint.method,
        headers: {
          Authorization: authorization,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      });
      const date = Date.parse(answer.headers.get('Date') ?? '');
      if (!Number.isNaN(date)) onDate?.(date);

      const json = parseJson(await answer.text());
      if (!answer.ok) throw new ApiError(answer.status, errorOf(answer.status, json));

      const parsed = z.safeParse<E['response']>(endpoint.response, json);
      if (answer.status !== 200 || !parsed.success) {
        const message = `${options.baseUrl} answered ${endpoint.method} ${endpoint.path} with something this client does not understand; check the address, and that client and tracker have the same version`;
        throw new ApiError(answer.status, { message });
      }
      return parsed.data;
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorOf(status: number, json: unknown): Partial<ErrorBody> & { message: string } {
  const documented = errorBody.safeParse(json);
  if (documented.success) return documented.data;
  // A gateway's own errors carry a message only, sometimes null.
  const gateway = z.object({ message: z.string() }).safeParse(json);
  return { message: gateway.success ? gateway.data.message : `the API answered ${status}` };
}
