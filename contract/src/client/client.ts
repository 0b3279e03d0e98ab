import * as z from 'zod';
import type { Endpoint, RequestOf, ResponseOf } from '../endpoint.ts';
import { type ErrorBody, errorBody } from '../errors.ts';
import { RECORD_DEPTH_LIMIT } from '../schemas/records.ts';
import { basicAuthorization } from './credentials.ts';
import { shapeOf } from './json-shape.ts';
import { BodyTooLargeError, readText } from './read-text.ts';

/**
 * Maximum size of a response. Lambda sends at most 6 MB. On one machine, the largest ones are `GET /library` and
 * `GET /progress`, with up to 4 MB for 10,000 shows, and `GET /history`, with 2 MB for 20 years.
 */
export const RESPONSE_LIMIT_BYTES = 16 * 1024 * 1024;
/** Maximum length of a list. zod describes every invalid element, of which a response could have millions. */
const LIST_LIMIT = 100_000;
/**
 * Maximum shape of a response: the records of `GET /records` are the deepest, and the longest list has ten objects and
 * fields for each element. Beyond it, 16 MB take up more than a gigabyte once parsed.
 */
const SHAPE_LIMIT = { depth: RECORD_DEPTH_LIMIT + 2, parts: 10 * LIST_LIMIT };

/** The tracker's address and a user's credentials. */
export interface ClientOptions {
  /** Origin and optional path prefix. A trailing slash is optional. */
  readonly baseUrl: string;
  readonly user: string;
  readonly password: string;
  readonly fetch?: typeof globalThis.fetch;
  /**
   * Called with each response's `Date` header, if it has one, as epoch milliseconds. Browsers hide
   * that header from pages of other origins.
   */
  readonly onDate?: (epochMs: number) => void;
}

export interface SendOptions {
  readonly signal?: AbortSignal;
}

/** The body, or the query of a GET. Undefined if an endpoint does not take anything. */
type RequestArgument<E extends Endpoint> =
  undefined extends RequestOf<E> ? undefined : RequestOf<E>;

export interface Client {
  /** Sends one request. Throws `ApiError` unless the response is a 200 of the documented shape. */
  send<E extends Endpoint>(
    endpoint: E,
    request: RequestArgument<E>,
    options?: SendOptions,
  ): Promise<ResponseOf<E>>;
}

/** A response other than the documented 200. `message` can be shown to the user. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  /** Undefined if the response came from something in between, such as a proxy. */
  readonly code: ErrorBody['code'] | undefined;
  readonly ids: readonly (string | number)[];
  readonly requestId: string | undefined;
  /** Whether every request to the provider fails for now, because of its key, account or quota. */
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

/** The API's typed client. If it cannot connect, it throws the error that `fetch` throws. */
export function createClient(options: ClientOptions): Client {
  const { fetch = globalThis.fetch, onDate } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const authorization = basicAuthorization(options.user, options.password);

  return {
    async send<E extends Endpoint>(
      endpoint: E,
      request: RequestArgument<E>,
      { signal }: SendOptions = {},
    ): Promise<ResponseOf<E>> {
      const isQuery = endpoint.method === 'GET';
      const query = isQuery ? queryText(request) : '';
      const answer = await fetch(`${baseUrl}${endpoint.path}${query}`, {
        method: endpoint.method,
        headers: {
          Authorization: authorization,
          ...(isQuery ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(isQuery ? {} : { body: JSON.stringify(request) }),
        ...(signal === undefined ? {} : { signal }),
      });
      const date = Date.parse(answer.headers.get('Date') ?? '');
      if (!Number.isNaN(date)) onDate?.(date);

      const sent = `${options.baseUrl} answered ${endpoint.method} ${endpoint.path} with`;
      const json = await readJson(answer).catch((error: unknown) => {
        if (!(error instanceof BodyTooLargeError)) throw error;
        const message = `${sent} more than a tracker sends. Check the address.`;
        throw new ApiError(answer.status, { message });
      });
      if (!answer.ok) throw new ApiError(answer.status, errorOf(answer.status, json));

      const parsed = z.safeParse<E['response']>(endpoint.response, json);
      if (answer.status !== 200 || !parsed.success) {
        const message = `${sent} something this client does not understand. Check the address, and make sure that the client and the tracker are the same version.`;
        throw new ApiError(answer.status, { message });
      }
      return parsed.data;
    },
  };
}

/** The query with its question mark, or an empty text. Spaces are `%20`, which every server decodes. */
export function queryText(query: unknown): string {
  const fields = Object.entries(Object(query)).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(
    fields.map(([name, value]): [string, string] => [name, `${value}`]),
  ).toString();
  return text === '' ? '' : `?${text.replaceAll('+', '%20')}`;
}

/** The JSON of a response, undefined if it is not JSON. Throws `BodyTooLargeError`. */
async function readJson(answer: Response): Promise<unknown> {
  const text = await readText(answer, RESPONSE_LIMIT_BYTES);
  const { depth, parts } = shapeOf(text);
  if (depth > SHAPE_LIMIT.depth || parts > SHAPE_LIMIT.parts) throw new BodyTooLargeError();
  const json = parseJson(text);
  const fields: unknown[] = Object.values(Object(json));
  const isLong = fields.some((field) => Array.isArray(field) && field.length > LIST_LIMIT);
  if (isLong) throw new BodyTooLargeError();
  return json;
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
  // API Gateway's own errors have only a message, which is sometimes null.
  const gateway = z.object({ message: z.string() }).safeParse(json);
  return {
    message: gateway.success ? gateway.data.message : `The tracker answered with status ${status}`,
  };
}
