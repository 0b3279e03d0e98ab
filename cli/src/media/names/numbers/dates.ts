import { pattern } from '../patterns.ts';

const DATES = [
  pattern(String.raw`(?<!\d)((?:19|20)\d\d)([- ./])(\d\d)\2(\d\d)(?!\d)`),
  pattern(String.raw`(?<![\p{L}\d])((?:19|20)\d\d)()(\d\d)(\d\d)(?![\p{L}\d])`),
  pattern(String.raw`(?<!\d)((?:19|20)\d\d)([年년])\s?(\d{1,2})[月월]\s?(\d{1,2})[日일]`),
];

/** The first valid date in a text, as YYYY-MM-DD, and its match. */
export function dateIn(text: string): { date: string; match: RegExpExecArray } | null {
  for (const day of DATES) {
    const match = day.exec(text);
    if (match === null) continue;
    const [, year, , monthOfYear = '', dayOfMonth = ''] = match;
    const date = `${year}-${monthOfYear.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
    if (isInCalendar(date)) return { date, match };
  }
  return null;
}

function isInCalendar(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
