import { dayNumberOf } from '@immersion-tracker/contract/calendar';

/** What may stand before a date: bullets, numbers, quotes, and boxes that are ticked. */
const START = String.raw`^(?:[\s>*+\-•·_~"'“„«]|\d{1,3}[.)]\s|\[\S\])*`;
const DATE = new RegExp(
  String.raw`${START}(?:[\[(](\d{4}-\d\d-\d\d)[\])]|(\d{4}-\d\d-\d\d)(?!\d))`,
  'u',
);
const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\p{L})\.?`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?\.?`;
/** Of most, nobody can be sure what comes first. */
const OTHER_FORMS = [
  // 20.11.2026, 20/11/26
  String.raw`\d{1,2}([./_-])\d{1,2}\1(?:\d{4}|\d{2})`,
  // 2026/11/20, 2026-11-2
  String.raw`\d{4}([./_-])\d{1,2}\2\d{1,2}`,
  // 20261120
  String.raw`(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`,
  // 2026-11
  String.raw`(?:19|20)\d\d-(?:0[1-9]|1[0-2])`,
  // 20.11.
  String.raw`\d{1,2}\.\d{1,2}(?=\.\s)`,
  String.raw`\d{4}年\d{1,2}月\d{1,2}日`,
  // 20 Nov 2026, Nov 20, 2026
  String.raw`${DAY} ${MONTH},? \d{4}`,
  String.raw`${MONTH} ${DAY},? \d{4}`,
];
const OTHER_DATE = new RegExp(`${START}(?:${OTHER_FORMS.join('|')})(?=[\\s,:;]|\\.(?!\\d))`, 'iu');
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
