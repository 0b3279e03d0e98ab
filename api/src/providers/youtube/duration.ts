const PART = /(\d+)([WDHMS])/g;
const DURATION = /^P(?=.)(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/;
const SECONDS: Readonly<Record<string, number>> = { W: 604_800, D: 86_400, H: 3600, M: 60, S: 1 };

/**
 * Seconds of an ISO 8601 duration as YouTube writes it, weeks beside days included
 * (claudiob/yt#56). Undefined if it is not one. Not by Temporal: its polyfill would take the Lambda
 * bundle over its limit, and it does not total weeks without a date to start from.
 */
export function durationSeconds(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined;
  return [...text.matchAll(PART)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (SECONDS[unit ?? ''] ?? 0),
    0,
  );
}
