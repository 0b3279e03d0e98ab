import * as z from 'zod';
import { toDotPath } from 'zod/v4/core';
import type { Deadline } from '../kernel/deadline.ts';
import { PublicError } from '../kernel/errors.ts';

/** A 502. The provider's name and `reason` form a sentence. */
export function providerError(provider: string, reason: string): PublicError {
  return new PublicError('provider_error', `${provider} ${reason}.`);
}

/** A 502 for a provider that refuses every request for now, because of its key, account or quota. */
export function providerBlocked(provider: string, reason: string): PublicError {
  const options = { providerBlocked: true };
  return new PublicError('provider_error', `${provider} ${reason}.`, options);
}

/**
 * A list in a provider's response. If it is longer than `most`, its elements are not looked at, since zod
 * describes every invalid one, and a response has room for millions.
 */
export const listOf = <T extends z.ZodType>(element: T, most: number) =>
  z
    .array(z.unknown())
    .max(most, { error: `more than ${most}` })
    .pipe(z.array(element));

/** Throws a 502 if a provider's answer is about something other than what it was asked for. */
export function requireSame(
  provider: string,
  kind: string,
  asked: string | number,
  answered: string | number,
): void {
  if (answered === asked) return;
  throw providerError(provider, `was asked for ${kind} ${asked}, but sent ${answered}`);
}

/** Parses a provider's response, or throws a 502 that names the path of the problem. */
export function parseAnswer<T extends z.ZodType>(
  provider: string,
  what: string,
  schema: T,
  json: unknown,
): z.output<T> {
  const parsed = z.safeParse(schema, json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = toDotPath(issue?.path ?? []) || 'body';
  const detail =
    issue?.code === 'too_big' && issue.origin === 'array' ? ` has ${issue.message}` : '';
  throw providerError(provider, `sent ${what} in an undocumented format: ${path}${detail}`);
}

/** A 502 for a missing response. If the deadline has passed, fewer items per request can help. */
export function noAnswerError(provider: string, reason: string, { signal }: Deadline): PublicError {
  const fewer = signal.aborted ? ', or with fewer items at once' : '';
  return providerError(provider, `${reason}; try again later${fewer}`);
}

/** Why a response is missing: a time-out, an aborted signal, or a lost connection. */
export function lateReason(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError') return 'did not answer in time';
  return name === 'AbortError'
    ? 'did not answer before the request was cancelled'
    : 'cannot be reached';
}

/** The reason of a refusal that is known only by its status. */
export const statusReason = ({ status }: { readonly status: number }): string =>
  `refused the request with status ${status}`;
