import * as z from 'zod';
import type { PublicError } from '../../kernel/errors.ts';
import { providerBlocked, providerError, statusReason } from '../provider-error.ts';
import type { ProviderAnswer } from '../send-with-retries.ts';

const googleError = z.object({
  error: z.object({
    errors: z.array(z.object({ reason: z.string().optional() })).default([]),
    details: z.array(z.object({ reason: z.string().optional() })).default([]),
  }),
});

const WRONG_KEY = 'refused the key; check youtube_api_key in the secret';
const NO_QUOTA = 'has no quota left for this key today; it resets at midnight Pacific time';
const DISABLED =
  "refused: the YouTube Data API v3 is not enabled in the key's project; enable it in the Google Cloud console";

/**
 * Reasons that are about the key or its project, with what to do. Those in capitals are from
 * `google/api/error_reason.proto` of googleapis/googleapis.
 */
const ADVICE: Readonly<Record<string, string>> = {
  quotaExceeded: NO_QUOTA,
  dailyLimitExceeded: NO_QUOTA,
  API_KEY_INVALID: WRONG_KEY,
  keyInvalid: WRONG_KEY,
  keyExpired: WRONG_KEY,
  accessNotConfigured: DISABLED,
  SERVICE_DISABLED: DISABLED,
  API_KEY_HTTP_REFERRER_BLOCKED: restricted('websites'),
  API_KEY_IP_ADDRESS_BLOCKED: restricted('other IP addresses'),
  API_KEY_ANDROID_APP_BLOCKED: restricted('Android apps'),
  API_KEY_IOS_APP_BLOCKED: restricted('iOS apps'),
  API_KEY_SERVICE_BLOCKED: restricted('other APIs'),
  // Everything we ask for is public, so this is about the key.
  forbidden: WRONG_KEY,
};

function restricted(to: string): string {
  return `refused: the key is restricted to ${to}; change that in the Google Cloud console`;
}

/**
 * Why YouTube refused, with what to do if the reason is a known one. It is in `details` or in `errors`,
 * depending on the age of the error; `details` is the more precise.
 */
export function refusal(provider: string, answer: ProviderAnswer): PublicError {
  const parsed = googleError.safeParse(answer.json);
  const { errors, details } = parsed.success ? parsed.data.error : { errors: [], details: [] };
  const reasons = [...details, ...errors].flatMap(({ reason }) => reason ?? []);
  const known = reasons.find((reason) => Object.hasOwn(ADVICE, reason));
  const advice = known && ADVICE[known];
  if (advice) return providerBlocked(provider, advice);
  return providerError(provider, statusReason(answer));
}
