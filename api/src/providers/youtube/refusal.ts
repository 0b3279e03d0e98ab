import * as z from 'zod';
import type { PublicError } from '../../kernel/errors.ts';
import { listOf, providerBlocked, providerError, statusReason } from '../provider-error.ts';
import type { ProviderAnswer } from '../send-with-retries.ts';

const reasons = listOf(z.object({ reason: z.string().optional() }), 100);
const googleError = z.object({
  error: z.object({
    errors: reasons.default([]),
    details: reasons.default([]),
  }),
});

const WRONG_KEY = 'refused the key; check youtube_api_key in the secret';
const NO_QUOTA = "refused: the key's daily quota is used up; it resets at midnight Pacific time";
const DISABLED =
  "refused: the YouTube Data API v3 is not enabled in the key's project; enable it in the Google Cloud console";

/**
 * What to do about errors of the key or its project, by reason. Reasons in capitals are from
 * `google/api/error_reason.proto` in googleapis/googleapis.
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
  // The tracker requests only public data, so the key must be the problem.
  forbidden: WRONG_KEY,
};

function restricted(to: string): string {
  return `refused: the key is restricted to ${to}; change that in the Google Cloud console`;
}

/**
 * A 502 for YouTube's refusal, with advice if the reason is known. Newer errors have the reason in
 * `details`, older ones in `errors`. If both have one, `details` is more precise.
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
