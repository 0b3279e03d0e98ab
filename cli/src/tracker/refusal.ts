import { ApiError, type ErrorCode } from '@immersion-tracker/contract';

const REFUSALS: readonly (ErrorCode | undefined)[] = [
  'invalid_request',
  'conflict',
  'too_large',
  'show_not_found',
  'unknown_ids',
  'provider_error',
  'provider_not_configured',
];

/** Whether the tracker works, but refuses a request because of its content or its provider. */
export function isRefusal(error: unknown): error is ApiError {
  return error instanceof ApiError && REFUSALS.includes(error.code);
}

/** Whether a refusal concerns the provider's key, account or quota, and thus all requests to it. */
export function isOfProvider({ code, providerBlocked }: ApiError): boolean {
  return code === 'provider_not_configured' || providerBlocked;
}
