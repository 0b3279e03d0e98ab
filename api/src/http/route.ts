import { BODY_LIMIT_BYTES, type Endpoint, type RequestOf } from '@immersion-tracker/contract';
import * as z from 'zod';
import type { Deadline } from '../kernel/deadline.ts';
import { PublicError } from '../kernel/errors.ts';
import type { Log } from '../kernel/log.ts';
import { yieldToOthers } from '../kernel/turns.ts';
import { apiHeaders, CHALLENGE } from '../settings.ts';
import { checkShape } from './check-shape.ts';
import { invalidRequest, REQUEST } from './invalid-request.ts';

/** How many elements of a request are checked in one turn, which takes about 2 ms. */
const ELEMENTS_AT_ONCE = 1000;

/** The arguments of an operation. */
export interface Call<E extends Endpoint> {
  readonly user: string;
  /** The parsed body, or the parsed query of a GET. */
  readonly request: RequestOf<E>;
  readonly deadline: Deadline;
}

/** An API operation. Throws `PublicError` for errors that the caller should see. */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<z.input<E['response']>>;

/** An authenticated request, in a form that every host can produce. */
export interface HostRequest {
  readonly user: string;
  /** The decoded query. If it has a name several times, the last value counts, as on API Gateway. */
  readonly query: Readonly<Record<string, string>>;
  /** The raw body, or an empty string. */
  readonly body: string;
  readonly deadline: Deadline;
  readonly requestId: string;
}

/** A response, in a form that every host can send. */
export interface HostAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Serves one endpoint on any host. */
export type Route = (request: HostRequest) => Promise<HostAnswer>;

export interface RouteOptions {
  readonly corsOrigin: string;
  readonly log: Log;
}

/** Binds an operation to its endpoint: parses the request, serializes the response, and maps errors. */
export function bindRoute<E extends Endpoint>(
  endpoint: E,
  handler: Handler<E>,
  options: RouteOptions,
): Route {
  return async ({ user, query, body, deadline, requestId }) => {
    try {
      const sent = endpoint.method === 'GET' ? query : parseBody(body);
      const request = await parseRequest<E>(endpoint, sent);
      const response = await handler({ user, request, deadline });
      return jsonAnswer(200, response, options.corsOrigin);
    } catch (error) {
      return errorAnswer(error, requestId, options);
    }
  };
}

/** The response to an error: public errors as they are, all others as a bland 500. */
export function errorAnswer(error: unknown, requestId: string, options: RouteOptions): HostAnswer {
  if (error instanceof PublicError) {
    // Under load, a line for each refusal would be more load; the log of requests has the status.
    if (error.status >= 500 && error.code !== 'overloaded') {
      const { code, cause } = error;
      options.log('error', error.message, { request_id: requestId, code, cause });
    }
    const answer = jsonAnswer(error.status, error.body(), options.corsOrigin);
    const { retryAfterSeconds } = error;
    const headers = {
      ...(error.code === 'unauthorized' && { 'WWW-Authenticate': CHALLENGE }),
      ...(retryAfterSeconds !== undefined && { 'Retry-After': `${retryAfterSeconds}` }),
    };
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }
  options.log('error', 'unexpected error', { request_id: requestId, error });
  const message = `Something went wrong in the tracker. Its log has the details under request id ${requestId}.`;
  const body = { message, code: 'internal_error', request_id: requestId };
  return jsonAnswer(500, body, options.corsOrigin);
}

function jsonAnswer(status: number, body: unknown, corsOrigin: string): HostAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...apiHeaders(corsOrigin) },
    body: JSON.stringify(body),
  };
}

async function parseRequest<E extends Endpoint>(
  endpoint: E,
  sent: unknown,
): Promise<z.output<E['request']>> {
  const { request } = endpoint;
  const given = request instanceof z.ZodUndefined ? undefined : sent;
  await checkElements(request, given);
  const parsed = z.safeParse<E['request']>(request, given, REQUEST);
  if (!parsed.success) throw invalidRequest(parsed.error);
  return parsed.data;
}

/**
 * Throws at the first invalid element of a list or map. zod would describe every one of them, and a body
 * can contain millions.
 */
async function checkElements(schema: z.ZodType, sent: unknown): Promise<void> {
  if (!(schema instanceof z.ZodObject)) return;
  for (const [name, field] of Object.entries(schema.shape)) {
    const elements: unknown = Object(sent)[name];
    const element = elementOf(field instanceof z.ZodOptional ? field.unwrap() : field, elements);
    if (element === undefined) continue;
    let checked = 0;
    const isList = Array.isArray(elements);
    for (const [key, value] of isList ? elements.entries() : Object.entries(Object(elements))) {
      const parsed = z.safeParse(element, value, REQUEST);
      if (!parsed.success) throw invalidRequest(parsed.error, [name, key]);
      checked += 1;
      if (checked % ELEMENTS_AT_ONCE === 0) await yieldToOthers();
    }
  }
}

/** The schema of the elements, if a list or map was sent where the schema has one. */
function elementOf(schema: unknown, elements: unknown): z.core.$ZodType | undefined {
  const isList = Array.isArray(elements);
  if (schema instanceof z.ZodArray) return isList ? schema.element : undefined;
  const isMap = typeof elements === 'object' && !isList;
  return schema instanceof z.ZodRecord && isMap ? schema.valueType : undefined;
}

function parseBody(text: string): unknown {
  if (Buffer.byteLength(text) > BODY_LIMIT_BYTES) throw tooLarge();
  if (text === '') throw new PublicError('invalid_request', 'body: must be JSON, but is empty');
  checkShape(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new PublicError('invalid_request', 'body: must be JSON in UTF-8, but cannot be parsed');
  }
}

export function tooLarge(): PublicError {
  const message = `The body is larger than ${BODY_LIMIT_BYTES} bytes; split it into several requests.`;
  return new PublicError('too_large', message);
}
