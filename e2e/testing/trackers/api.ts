import {
  basicAuthorization,
  type Endpoint,
  errorBody,
  queryText,
} from '@immersion-tracker/contract';
import { expect } from 'vitest';
import { USERS } from './local-host.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/**
 * Sends a request without the typed client. A string `body` is sent unchanged. If `authorization` is null,
 * the header is left out.
 */
export async function send(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  authorization: string | null = as('alice'),
): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: authorization === null ? {} : { Authorization: authorization },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
}

/** The `Authorization` header of one of `USERS`. */
export function as(user: string): string {
  const found = USERS.find((entry) => entry.user === user);
  return basicAuthorization(user, found?.password ?? 'no-such-user');
}

/**
 * Sends a request to an endpoint and expects a 200 with exactly the documented fields. `request` is the
 * body, or the query of a GET.
 */
export async function succeed(
  url: string,
  { method, path, response }: Endpoint,
  request?: unknown,
  authorization?: string,
): Promise<unknown> {
  const query = method === 'GET' ? queryText(request) : '';
  const body = method === 'GET' ? undefined : request;
  const answer = await send(url, method, `${path}${query}`, body, authorization);
  expect(answer).toMatchObject({ status: 200 });
  expectApiHeaders(answer);
  expect(answer.body).toStrictEqual(response.parse(answer.body));
  return answer.body;
}

/** Expects an error of the documented shape, with CORS headers and without secrets. */
export function expectError(
  answer: Answer,
  status: number,
  code: string,
  {
    contentType = 'application/json; charset=utf-8',
    page = 'https://immersion-tracker.jordansimsmith.com',
  } = {},
): void {
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status, body: { code } });
  expect(answer.body).toStrictEqual(errorBody.parse(answer.body));
  expect(answer.headers.get('content-type'), 'Content-Type').toEqual(contentType);
  expect(answer.headers.get('access-control-allow-origin'), 'Access-Control-Allow-Origin').toBe(
    page,
  );
  expectApiHeaders(answer);
}

/** Nothing may be cached, or taken for another type than it has. */
function expectApiHeaders({ headers }: Answer): void {
  expect(headers.get('cache-control'), 'Cache-Control').toBe('no-store');
  expect(headers.get('x-content-type-options'), 'X-Content-Type-Options').toBe('nosniff');
}
