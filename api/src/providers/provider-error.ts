import * as z from 'zod';
import { toDotPath } from 'zod/v4/core';
import type { Deadline } from '../kernel/deadline.ts';
import { PublicError } from '../kernel/errors.ts';

/** A 502. `reason` continues a sentence that begins with the provider's name. */
export function providerError(provider: string, reason: string): PublicError {
  return new PublicError('provider_error', `${provider} ${reason}.`);
}

/** The same for a provider that would refuse every other request too: key, account or quota. */
export function providerBlocked(provider: string, reason: string): PublicError {
  const options = { providerBlocked: true };
  return new PublicError('provider_error', `${provider} ${reason}.`, options);
}

/** The provider's answer in the shape that `schema` expects, or a 502 that names the path. */
export function parseAnswer<T extends z.ZodType>(
  provider: string,
  what: string,
  schema: T,
  json: unknown,
): z.output<T> {
  const parsed = z.safeParse(schema, json);
  if (parsed.success) return parsed.data;
  const path = toDotPath(parsed.error.issues[0]?.path ?? []) || 'body';
  throw providerError(provider, `sent ${what} that is not as documented: ${path}`);
}

/** A 502 for an answer that did not come. Past the deadline, fewer look-ups may fit the next one. */
export function noAnswerError(provider: string, reason: string, { signal }: Deadline): PublicError {
  const fewer = signal.aborted ? ', or with fewer items at once' : '';
  return providerError(provider, `${reason}; try again later${fewer}`);
}

/** Why there is no answer: the reason of a signal that aborted, a time-out, or a lost connection. */
export function lateReason(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError') return 'did not answer in time';
  return name === 'AbortError' ? 'was not waited for' : 'cannot be reached';
}

/** Why the provider refused, if only its status is known. */
export const statusReason = ({ status }: { readonly status: number }): string =>
  `refused with status ${status}`;
