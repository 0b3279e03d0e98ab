import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';

/** What came of an invocation, as Lambda's Invoke call tells it. */
export type InvocationResult =
  /** What the handler returned, as JSON. */
  | { readonly kind: 'returned'; readonly payload: string }
  /** The handler threw, or the sandbox failed around it. */
  | { readonly kind: 'failed'; readonly errorType: string; readonly errorMessage: string };

/** A failure of the sandbox itself, named and worded as Lambda does. */
export function failed(errorType: string, errorMessage: string): InvocationResult {
  return { kind: 'failed', errorType, errorMessage };
}

const reportedError = jsonText(
  z.looseObject({
    errorType: z.string().default('Error'),
    errorMessage: z.string().default(''),
  }),
);

/** The error that a runtime reports, as JSON. */
export function parseError(json: string): InvocationResult {
  const { errorType, errorMessage } = reportedError.parse(json);
  return failed(errorType, errorMessage);
}

/** Bytes of an event that Lambda takes; beyond, Invoke refuses with RequestEntityTooLargeException. */
export const MAX_EVENT_BYTES = 6_291_456;

/**
 * Bytes of JSON that Lambda hands back. Its quotas page says 6 MB for both ways; its error,
 * Function.ResponseSizeTooLarge, names this number, 100 more than for events.
 */
export const MAX_RESPONSE_BYTES = 6_291_556;
