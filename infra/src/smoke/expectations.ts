import { CHALLENGE } from '@immersion-tracker/api/settings';
import { type ErrorCode, errorBody, errorStatus } from '@immersion-tracker/contract';
import * as z from 'zod';
import type { Answer } from './send.ts';

/** What is wrong with an answer, if anything. */
export type Expectation = (answer: Answer) => string | undefined;

/** Most characters of a body that a line quotes. */
const MOST_QUOTED = 160;

/** All that is wrong with an answer. */
export function problemsOf(answer: Answer, ...expectations: readonly Expectation[]): string[] {
  return expectations.flatMap((expectation) => expectation(answer) ?? []);
}

export const status =
  (wanted: number): Expectation =>
  (answer) =>
    answer.status === wanted
      ? undefined
      : `status ${wanted} expected, ${answer.status} came with ${quoted(answer.text)}`;

const header =
  (name: string, wanted: string | undefined): Expectation =>
  ({ headers }) => {
    const came = headers[name.toLowerCase()];
    if (came === wanted && came !== undefined) return undefined;
    return `${name}: ${wanted ?? 'a value'} expected, ${came ?? 'none'} came`;
  };

/** Lists in headers, whose order and letter case do not matter. */
export const lists =
  (name: string, wanted: string): Expectation =>
  ({ headers }) => {
    const came = `${headers[name.toLowerCase()] ?? ''}`;
    const names = came.split(',').map((entry) => entry.trim().toLowerCase());
    const missing = wanted.split(',').filter((entry) => !names.includes(entry.toLowerCase()));
    return missing.length === 0 ? undefined : `${name}: ${wanted} expected, ${came || 'none'} came`;
  };

/** Lets the page read the answer. */
export const cors = (origin: string | undefined): Expectation =>
  header('Access-Control-Allow-Origin', origin);

/**
 * JSON of the schema, of which `problem` says what else is wrong. The tracker's functions name its
 * charset; what API Gateway answers itself may leave that to JSON, which has only one.
 */
export const json =
  <S extends z.ZodType>(
    schema: S,
    by: 'function' | 'gateway',
    problem: (body: z.output<S>) => string | undefined = () => undefined,
  ): Expectation =>
  (answer) => {
    const type = `${answer.headers['content-type']}`.replaceAll(' ', '').toLowerCase();
    const types = [
      'application/json;charset=utf-8',
      ...(by === 'gateway' ? ['application/json'] : []),
    ];
    if (!types.includes(type)) return `Content-Type: ${types.join(' or ')} expected, ${type} came`;
    const parsed = z.safeParse(schema, parseJson(answer.text));
    if (!parsed.success) return `another body expected, ${quoted(answer.text)} came`;
    return problem(parsed.data);
  };

/** An error of the contract, that a page can read. */
export const error = (
  code: ErrorCode,
  by: 'function' | 'gateway',
  origin: string | undefined,
): Expectation[] => [
  status(errorStatus[code]),
  cors(origin),
  json(errorBody, by, (body) =>
    body.code === code ? undefined : `code ${code} expected, ${body.code} came`,
  ),
];

/** A 401 that asks for HTTP Basic. */
export const challenge = (origin: string | undefined): Expectation[] => [
  ...error('unauthorized', 'gateway', origin),
  header('WWW-Authenticate', CHALLENGE),
];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** API Gateway may quote the credentials it was sent. */
function quoted(text: string): string {
  const safe = text.replaceAll(/(basic|bearer)[ =]+[^ "'&,]+/gi, '$1 ...').replaceAll(/\s+/g, ' ');
  if (safe === '') return 'no body';
  return safe.length > MOST_QUOTED ? `${safe.slice(0, MOST_QUOTED)}...` : safe;
}
