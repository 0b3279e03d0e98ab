import type { Calendar } from '@immersion-tracker/contract/calendar';
import { printable } from '../text/printable.ts';
import type { Watched } from '../tracker/watched.ts';

const COLUMNS = [
  ...['id', 'kind', 'group', 'title', 'watched_at', 'date', 'duration_seconds', 'duration_source'],
  'rewatch_of',
] as const;

/** The first line. The byte order mark makes Excel read the file as UTF-8. */
export const CSV_HEADER = `\uFEFF${line(COLUMNS)}`;

/** Writes a record as a line of CSV, with the day on which it counts. */
export function csvLines(calendar: Calendar): (record: Watched) => string {
  return ({ id, kind, group, title, watched_at, duration, duration_source, rewatch_of }) => {
    const at = new Date(watched_at * 1000);
    const times = [at.toISOString().replace('.000Z', 'Z'), calendar.dayAt(watched_at).date];
    return line([id, kind, group, title, ...times, duration, duration_source, rewatch_of]);
  };
}

/** RFC 4180. */
function line(fields: readonly (string | number | null)[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

function field(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : `${value}`;
  const safe = printable(value);
  // A spreadsheet would run such a text as a formula (OWASP: CSV injection).
  const text = /^[=+\-@]/.test(safe) ? `'${safe}` : safe;
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
