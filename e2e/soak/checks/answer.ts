import { isDeepStrictEqual } from 'node:util';
import {
  type Endpoint,
  type ErrorBody,
  type ErrorCode,
  errorBody,
  errorStatus,
  type ResponseOf,
} from '@immersion-tracker/contract';
import * as z from 'zod';
import type { HttpAnswer } from '../http.ts';
import { ensure } from './violation.ts';

/** How much of an unexpected answer is shown. */
const SHOWN = 300;

/** What an answer means for the records of the user. */
export type Outcome<T> =
  | { readonly is: 'done'; readonly body: T }
  /** The request has changed nothing. */
  | { readonly is: 'refused'; readonly error: ErrorBody }
  /** The request may have changed everything, a part, or nothing. */
  | { readonly is: 'doubtful'; readonly why: string };

/** A bug is never a documented answer. */
const COMMON: readonly ErrorCode[] = ['unauthorized', 'store_unavailable', 'overloaded'];
/** After these, a part of the request may have been written. */
const DOUBTFUL: readonly ErrorCode[] = ['conflict', 'store_unavailable', 'overloaded'];

/** Checks an answer to a request with the right credentials. */
export function checkAnswer<E extends Endpoint>(
  endpoint: E,
  answer: HttpAnswer,
): Outcome<ResponseOf<E>> {
  const name = `${endpoint.method} ${endpoint.path}`;
  const said = () => `${name} answered ${answer.status}: ${answer.text.slice(0, SHOWN)}`;
  const json = jsonOf(answer, said);
  if (answer.status === 200) {
    const parsed = z.safeParse<E['response']>(endpoint.response, json);
    const exact = parsed.success && isDeepStrictEqual(parsed.data, json);
    ensure(exact, () => `This is not the documented response. ${said()}`);
    return { is: 'done', body: parsed.data as ResponseOf<E> };
  }
  const error = checkError(json, answer, said);
  ensure(error.code !== 'unauthorized', () => `The credentials were right. ${said()}`);
  const documented = [...COMMON, ...endpoint.errors].includes(error.code);
  ensure(documented, () => `This error is not documented here. ${said()}`);
  return DOUBTFUL.includes(error.code)
    ? { is: 'doubtful', why: error.code }
    : { is: 'refused', error };
}

/** Checks the answer to wrong credentials, which need not be looked at if there are too many. */
export function checkUnauthorized(name: string, answer: HttpAnswer): void {
  const said = () => `${name} answered ${answer.status}: ${answer.text.slice(0, SHOWN)}`;
  const { code } = checkError(jsonOf(answer, said), answer, said);
  if (code === 'overloaded') return;
  ensure(code === 'unauthorized', () => `The credentials were wrong. ${said()}`);
  const challenge = answer.headers['www-authenticate'];
  ensure(challenge === 'Basic', () => `The challenge is ${challenge}. ${said()}`);
}

/** Checks the answer to a request that does not fit any endpoint: it is not an error of the tracker. */
export function checkRefusal(name: string, answer: HttpAnswer): void {
  const said = () => `${name} answered ${answer.status}: ${answer.text.slice(0, SHOWN)}`;
  // The answer to a HEAD does not have a body.
  const hasError = answer.status >= 400 && answer.text !== '';
  const code = hasError ? checkError(jsonOf(answer, said), answer, said).code : undefined;
  const isStopping = code === 'overloaded' || (!hasError && answer.status === 503);
  ensure(answer.status < 500 || isStopping, said);
}

function checkError(json: unknown, { status, headers }: HttpAnswer, said: () => string): ErrorBody {
  const parsed = errorBody.safeParse(json);
  const exact = parsed.success && isDeepStrictEqual(parsed.data, json);
  ensure(exact, () => `This is not the documented error. ${said()}`);
  const { code } = parsed.data as ErrorBody;
  const saysWhen = code !== 'overloaded' || /^\d+$/.test(headers['retry-after'] ?? '');
  ensure(saysWhen, () => `It does not say when to try again. ${said()}`);
  ensure(errorStatus[code] === status, () => `The status does not belong to the code. ${said()}`);
  return parsed.data as ErrorBody;
}

function jsonOf({ headers, text }: HttpAnswer, said: () => string): unknown {
  const type = headers['content-type'];
  ensure(type === 'application/json; charset=utf-8', () => `Its type is ${type}. ${said()}`);
  try {
    return JSON.parse(text);
  } catch {
    ensure(false, () => `This is not JSON. ${said()}`);
  }
}
