import { memoize } from '@immersion-tracker/contract';

/** Symbols that Japanese recorders put before a title: new, last, repeat, with subtitles. */
const RECORDER_MARKS = /[\u{1F200}-\u{1F265}]/gu;

/**
 * Normalizes a name for the rules: full-width and decomposed letters get their usual form, dashes and
 * square brackets become ASCII, and invisible characters are removed.
 */
export const workingCopy = memoize((name: string): string =>
  name
    .replace(RECORDER_MARKS, ' ')
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/【/g, '[')
    .replace(/】/g, ']')
    .trim(),
);
