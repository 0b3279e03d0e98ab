import { dayNumberOf } from '@immersion-tracker/contract/calendar';

/** What may stand before a date: bullets, numbers, quotes, and boxes that are ticked. */
const START = String.raw`^(?:[\s>*+\-•·_~"'“„«]|\d{1,3}[.)]\s|\[\S\])*`;
const DATE = new RegExp(
  String.raw`${START}(?:[\[(](\d{4}-\d\d-\d\d)[\])]|(\d{4}-\d\d-\d\d)(?!\d))`,
  'u',
);
/** `20.11.2026`, `2026/11/20`, `2026-11-2` and the like, of which nobody can be sure what comes first. */
const OTHER_DATE = new RegExp(
  String.raw`${START}(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([./-])\d{1,2}\2\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)(?=[\s,:;])`,
  'u',
);
const HYPHENS = /[\u2010-\u2015\u2212]/g;
/** Records can be from any time since then. */
const FIRST = '1970-01-02';
const HOUR_MS = 60 * 60 * 1000;

/** The date at the start of a line, or why it is not one; undefined if there is none. */
export function readLineDate(line: string): { date: string } | { problem: string } | undefined {
  const text = line.normalize('NFKC').replace(HYPHENS, '-');
  const [, inBrackets, bare] = DATE.exec(text) ?? [];
  const date = inBrackets ?? bare;
  if (date !== undefined) {
    const problem = problemWith(date);
    return problem === undefined ? { date } : { problem };
  }
  const isOther = OTHER_DATE.test(text);
  return isOther
    ? { problem: 'begins with a date in another form: write it like 2026-11-20' }
    : undefined;
}

function problemWith(date: string): string | undefined {
  if (dayNumberOf(date) === undefined) return 'begins with a date that does not exist: correct it';
  if (date < FIRST) return 'begins with a date that is too long ago: correct it';
  // The first place on earth where a date begins is 14 hours ahead of UTC.
  const latest = new Date(Date.now() + 14 * HOUR_MS).toISOString().slice(0, 10);
  return date > latest ? FUTURE_DATE : undefined;
}

export const FUTURE_DATE = 'begins with a date in the future: correct it';
export const SKIPPED_DATE = 'begins with a date that your time zone skipped: correct it';
