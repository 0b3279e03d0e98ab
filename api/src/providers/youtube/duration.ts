const PART = /(\d+)([WDHMS])/g;
const DURATION = /^P(?=.)(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/;
const SECONDS: Readonly<Record<string, number>> = { W: 604_800, D: 86_400, H: 3600, M: 60, S: 1 };

/**
 * The seconds of an ISO 8601 duration in YouTube's format, which can have both weeks and days
 * (claudiob/yt#56). Undefined if it is malformed. Temporal does not convert weeks without a start date,
 * and its polyfill would make the Lambda bundle too large.
 */
export function durationSeconds(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined;
  return [...text.matchAll(PART)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (SECONDS[unit ?? ''] ?? 0),
    0,
  );
}
