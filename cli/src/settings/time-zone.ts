/** What is wrong with a time zone, in words; undefined if it exists. */
export function timeZoneProblem(typed: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone: typed });
    return undefined;
  } catch {
    return "must be a time zone, or `auto` for this machine's";
  }
}
