import { BODY_LIMIT_BYTES, type Endpoint, type RequestOf } from '@immersion-tracker/contract';
import * as z from 'zod';
import { toDotPath } from 'zod/v4/core';
import type { Deadline } from '../kernel/deadline.ts';
import { PublicError } from '../kernel/errors.ts';
import type { Log } from '../kernel/log.ts';
import { CHALLENGE, corsHeaders } from '../settings.ts';

/** The arguments of an operation. */
export interface Call<E extends Endpoint> {
  readonly user: string;
  readonly body: RequestOf<E>;
  readonly deadline: Deadline;
}

/** An API operation. Throws `PublicError` for errors that the caller should see. */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<z.input<E['response']>>;

/** An authenticated request, in a form that every host can produce. */
export interface HostRequest {
  readonly user: string;
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

/** Binds an operation to its endpoint: parses the body, serializes the response, and maps errors. */
export function bindRoute<E extends Endpoint>(
  endpoint: E,
  handler: Handler<E>,
  options: RouteOptions,
): Route {
  return async ({ user, body, deadline, requestId }) => {
    try {
      const parsed = parseBody<E>(endpoint, body);
      const response = await handler({ user, body: parsed, deadline });
      return jsonAnswer(200, response, options.corsOrigin);
    } catch (error) {
      return errorAnswer(error, requestId, options);
    }
  };
}

/** The response to an error: public errors as they are, all others as a bland 500. */
export function errorAnswer(error: unknown, requestId: string, options: RouteOptions): HostAnswer {
  if (error instanceof PublicError) {
    if (error.status >= 500) {
      const { code, cause } = error;
      options.log('error', error.message, { request_id: requestId, code, cause });
    }
    const answer = jsonAnswer(error.status, error.body(), options.corsOrigin);
    if (error.code !== 'unauthorized') return answer;
    return { ...answer, headers: { ...answer.headers, 'WWW-Authenticate': CHALLENGE } };
  }
  options.log('error', 'unexpected error', { request_id: requestId, error });
  const message = `Something went wrong in the tracker. Its log has the details under request id ${requestId}.`;
  const body = { message, code: 'internal_error', request_id: requestId };
  return jsonAnswer(500, body, options.corsOrigin);
}

function jsonAnswer(status: number, body: unknown, corsOrigin: string): HostAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...corsHeaders(corsOrigin) },
    body: JSON.stringify(body),
  };
}

function parseBody<E extends Endpoint>(endpoint: E, text: string): z.output<E['request']> {
  if (Buffer.byteLength(text) > BODY_LIMIT_BYTES) throw tooLarge();
  const json = endpoint.method === 'GET' ? undefined : parseJson(text);
  checkLists(endpoint.request, json);
  const parsed = z.safeParse<E['request']>(endpoint.request, json);
  if (!parsed.success) throw invalidRequest(parsed.error);
  return parsed.data;
}

/**
 * Throws at the first invalid element of a list. zod would describe every one of them, and a body
 * can contain millions.
 */
function checkLists(schema: z.ZodType, json: unknown): void {
  if (!(schema instanceof z.ZodObject)) return;
  for (const [name, list] of Object.entries(schema.shape)) {
    const elements: unknown = Object(json)[name];
    if (!(list instanceof z.ZodArray) || !Array.isArray(elements)) continue;
    for (const [index, element] of elements.entries()) {
      const parsed = z.safeParse(list.element, element);
      if (!parsed.success) throw invalidRequest(parsed.error, [name, index]);
    }
  }
}

function invalidRequest(error: z.core.$ZodError, prefix: PropertyKey[] = []): PublicError {
  const [issue] = error.issues;
  const path = toDotPath([...prefix, ...(issue?.path ?? [])]);
  return new PublicError('invalid_request', `${path || 'body'}: ${issue?.message ?? 'invalid'}`);
}

function parseJson(text: string): unknown {
  if (text === '') throw new PublicError('invalid_request', 'body: must be JSON, but is empty');
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
