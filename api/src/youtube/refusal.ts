import * as z from 'zod';
import type { ProviderAnswer } from '../kernel/provider-exchange.ts';

const googleError = z.object({
  error: z.object({
    errors: z.array(z.object({ reason: z.string().optional() })).default([]),
    details: z.array(z.object({ reason: z.string().optional() })).default([]),
  }),
});

const WRONG_KEY = 'refused the key; check youtube_api_key in the secret';
const ADVICE: Readonly<Record<string, string>> = {
  quotaExceeded: 'has no quota left for this key today; it begins anew at midnight Pacific time',
  API_KEY_INVALID: WRONG_KEY,
  keyInvalid: WRONG_KEY,
  accessNotConfigured:
    "refused: the YouTube Data API v3 is not enabled in the key's project; enable it in the Google Cloud console",
  API_KEY_HTTP_REFERRER_BLOCKED: restricted('websites'),
  API_KEY_IP_ADDRESS_BLOCKED: restricted('other IP addresses'),
  API_KEY_SERVICE_BLOCKED: restricted('other APIs'),
};

function restricted(to: string): string {
  return `refused: the key is restricted to ${to}; change that in the Google Cloud console`;
}

/**
 * Why YouTube refused, as the end of a sentence, with what to do where the reason is a known one.
 * The usable reason stands in `errors` or in `details`, by the age of the error.
 */
export function refusalReason({ status, json }: ProviderAnswer): string {
  const parsed = googleError.safeParse(json);
  const { errors, details } = parsed.success ? parsed.data.error : { errors: [], details: [] };
  const reasons = [...errors, ...details].flatMap(({ reason }) => reason ?? []);
  const known = reasons.find((reason) => Object.hasOwn(ADVICE, reason));
  return (known && ADVICE[known]) ?? `refused with status ${status}`;
}
