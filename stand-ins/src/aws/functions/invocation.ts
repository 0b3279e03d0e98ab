import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';

/** The result of an invocation, as in Lambda's Invoke call. */
export type InvocationResult =
  /** What the handler returned, as JSON. */
  | { readonly kind: 'returned'; readonly payload: string }
  /** The handler threw, or its sandbox failed. */
  | { readonly kind: 'failed'; readonly errorType: string; readonly errorMessage: string };

/** A failure of the sandbox itself, with Lambda's type and message. */
export function failed(errorType: string, errorMessage: string): InvocationResult {
  return { kind: 'failed', errorType, errorMessage };
}

const reportedError = jsonText(
  z.looseObject({
    errorType: z.string().default('Error'),
    errorMessage: z.string().default(''),
  }),
);

/** Parses the JSON of an error that a runtime reports. */
export function parseError(json: string): InvocationResult {
  const { errorType, errorMessage } = reportedError.parse(json);
  return failed(errorType, errorMessage);
}

/** Lambda refuses larger events with RequestEntityTooLargeException. */
export const MAX_EVENT_BYTES = 6_291_456;

/**
 * Lambda refuses larger JSON responses. Its quotas page says 6 MB in both directions, but the message of its
 * error Function.ResponseSizeTooLarge has this number, 100 more than for events.
 */
export const MAX_RESPONSE_BYTES = 6_291_556;
