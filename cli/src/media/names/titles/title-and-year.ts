import { pattern, RELEASE_WORD } from '../patterns.ts';
import { foldedWords } from './folded-words.ts';

export interface TitleAndYear {
  /** As it is written, but without what describes the release; empty if there is no title. */
  readonly title: string;
  readonly year: number | null;
}

const TECHNICAL = pattern(`${RELEASE_WORD}.*`);
/** 2049 in *Blade Runner 2049* is not a year. */
const YEAR = String.raw`(?:19\d\d|20[0-3]\d)`;
const YEAR_IN_BRACKETS = pattern(String.raw`(?<=\S\s*)[\[(](${YEAR})[\])].*`);
/** The last year before technical words. */
const BARE_YEAR = pattern(String.raw`(?<=\S\s)(${YEAR})(?!.*\s${YEAR}(?!\S))(?=\s|$).*`);

/**
 * Takes the title and the year out of a cleaned text. A year without brackets counts only if technical words
 * follow it, or if the text `isCut`, which means that something else followed.
 */
export function titleAndYear(text: string, isCut = false): TitleAndYear {
  const title = withoutTechnical(text);
  const bare = isCut || title !== text ? BARE_YEAR.exec(title.trim()) : null;
  const year = YEAR_IN_BRACKETS.exec(title) ?? bare;
  return year === null
    ? { title, year: null }
    : { title: title.slice(0, year.index), year: Number(year[1]) };
}

/** Removes technical words and what follows them, unless nothing would be left. */
export function withoutTechnical(text: string): string {
  const title = text.replace(TECHNICAL, '');
  return foldedWords(title) === '' ? text : title;
}
