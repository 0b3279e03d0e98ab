const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

/** The day of a moment, in the time zone of the machine, such as `3 October 2026`. */
export function dayInWords(epochSeconds: number): string {
  return english.format(epochSeconds * 1000);
}
