/** The pictures that Japanese recorders put before a title: new, last, repeat, with subtitles. */
const RECORDER_MARKS = /[\u{1F200}-\u{1F265}]/gu;

/**
 * The name as the rules read it: full-width and decomposed letters in their usual form, one kind of
 * dash and of square bracket, no invisible characters.
 */
export function workingCopy(name: string): string {
  return name
    .replace(RECORDER_MARKS, ' ')
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/【/g, '[')
    .replace(/】/g, ']')
    .trim();
}
