import { pattern } from '../patterns.ts';

const DATES = [
  pattern(String.raw`(?<!\d)((?:19|20)\d\d)([- ./])(\d\d)\2(\d\d)(?!\d)`),
  pattern(String.raw`(?<![\p{L}\d])((?:19|20)\d\d)()(\d\d)(\d\d)(?![\p{L}\d])`),
  pattern(String.raw`(?<!\d)((?:19|20)\d\d)([年년])\s?(\d{1,2})[月월]\s?(\d{1,2})[日일]`),
];

/** The first day in a text that is in the calendar, as YYYY-MM-DD. */
export function dateIn(text: string): string | null {
  for (const date of DATES) {
    const [, year = '', , month = '', day = ''] = date.exec(text) ?? [];
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (year && isInCalendar(iso)) return iso;
  }
  return null;
}

function isInCalendar(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
