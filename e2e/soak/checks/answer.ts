import { isDeepStrictEqual } from 'node:util';
import {
  type Endpoint,
  type ErrorCode,
  errorBody,
  errorStatus,
  type ResponseOf,
} from '@immersion-tracker/contract';
import * as z from 'zod';
import type { HttpAnswer } from '../http.ts';
import { ensure } from './violation.ts';

/** How many characters of an unexpected answer are shown. */
const SHOWN = 300;
const JSON_TYPE = 'application/json; charset=utf-8';

/** What an answer means for the records of the user. */
export type Outcome<T> =
  | { readonly is: 'done'; readonly body: T }
  /** The request has changed nothing. */
  | { readonly is: 'refused'; readonly why: ErrorCode }
  /** The request may have changed everything, a part, or nothing. */
  | { readonly is: 'doubtful'; readonly why: string };

/** Any endpoint may answer with these. A bug is never a documented answer. */
const COMMON: readonly ErrorCode[] = ['unauthorized', 'store_unavailable', 'overloaded'];
/** After these, a part of the request may have been written. */
const DOUBTFUL: readonly ErrorCode[] = ['conflict', 'store_unavailable', 'overloaded'];

/** Checks an answer to a request with the right credentials. */
export function checkAnswer<E extends Endpoint>(
  endpoint: E,
  answer: HttpAnswer,
  name: string,
): Outcome<ResponseOf<E>> {
  const should = expecting(answer, name);
  if (answer.status === 200) {
    return { is: 'done', body: parseExactly<E['response']>(endpoint.response, answer, name) };
  }
  const code = errorIn(answer, name);
  ensure(code !== 'unauthorized', should('accept the right credentials'));
  const documented = [...COMMON, ...endpoint.errors];
  ensure(documented.includes(code), should(`succeed or fail with ${documented.join(', ')}`));
  return { is: DOUBTFUL.includes(code) ? 'doubtful' : 'refused', why: code };
}

/** Checks the answer to wrong credentials, which need not be looked at if there are too many. */
export function checkUnauthorized(answer: HttpAnswer, name: string): void {
  const should = expecting(answer, name);
  const code = errorIn(answer, name);
  if (code === 'overloaded') return;
  ensure(code === 'unauthorized', should('refuse the wrong credentials'));
  ensure(answer.headers['www-authenticate'] === 'Basic', should('ask for Basic credentials'));
}

/** Checks the answer to a request that does not fit any endpoint: it must not make the tracker fail. */
export function checkStray(answer: HttpAnswer, name: string): void {
  // The answer to a HEAD does not have a body.
  const hasError = answer.status >= 400 && answer.text !== '';
  const code = hasError ? errorIn(answer, name) : undefined;
  const isStopping = code === 'overloaded' || (!hasError && answer.status === 503);
  ensure(answer.status < 500 || isStopping, expecting(answer, name)('be answered or refused'));
}

/** The code of a documented error. */
function errorIn(answer: HttpAnswer, name: string): ErrorCode {
  const should = expecting(answer, name);
  const { code } = parseExactly(errorBody, answer, name);
  const retryAfter = answer.headers['retry-after'] ?? '';
  ensure(code !== 'overloaded' || /^\d+$/.test(retryAfter), should('say when to try again'));
  const status = errorStatus[code as ErrorCode];
  ensure(status === answer.status, should(`have the status ${status} of its code`));
  return code as ErrorCode;
}

/** The body of an answer, which must fit the schema, without fields that the schema does not know. */
function parseExactly<S extends z.ZodType>(
  schema: S,
  answer: HttpAnswer,
  name: string,
): z.output<S> {
  const should = expecting(answer, name);
  const type = answer.headers['content-type'];
  ensure(type === JSON_TYPE, should(`be of the type ${JSON_TYPE} rather than ${type}`));
  const json = parseJson(answer.text);
  const { data, error } = z.safeParse(schema, json);
  const problem = error && z.prettifyError(error);
  ensure(!problem, should(`be answered as documented (${problem})`));
  const isExact = isDeepStrictEqual(data, json);
  ensure(isExact, should('be answered as documented, without further fields'));
  return data as z.output<S>;
}

/** Undefined if the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Says what a request should have led to, and what it was answered. */
const expecting =
  ({ status, text }: HttpAnswer, name: string) =>
  (expected: string) =>
  () =>
    `${name} should ${expected}, but was answered ${status}: ${text.slice(0, SHOWN)}`;
