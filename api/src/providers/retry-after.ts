/** Retry-After in milliseconds from now; undefined where absent or not of RFC 9110's forms. */
export function retryAfterMs(response: Response): number | undefined {
  const header = response.headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  // Date.parse finds a year in nearly every text with a number in it.
  const date = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
