import { cleanName, isDotted } from '../clean-name.ts';
import { fileText } from '../file-text.ts';
import { withoutIds } from '../ids.ts';
import { markedNumber } from '../numbers/marked-number.ts';
import { seasonIn, withoutSeason } from '../numbers/seasons.ts';
import { takePart } from '../part.ts';
import { AFTER, BEFORE, pattern } from '../patterns.ts';
import { readEpisodeName } from '../read-name.ts';
import { workingCopy } from '../working-copy.ts';
import { foldedWords } from './folded-words.ts';
import { titleAndYear } from './title-and-year.ts';

/** What to search for a show or a movie, by the name of its folder or file. */
export interface SearchName {
  /** Empty if the name has no title. */
  readonly title: string;
  /** What to search if nothing is found, best first. */
  readonly also: readonly string[];
  readonly year: number | null;
}

const LANGUAGES =
  'german|deutsch|english|french|francais|italian|spanish|castellano|latino|portuguese|korean|japanese|chinese|dl|multi|dual|dubbed|subbed|complete|uncut';
/** Words of a dotted name that describe its release, and stand after its title. */
const LANGUAGE_AT_END = pattern(String.raw`(?<=\S)(?:\s+(?:${LANGUAGES}))+\s*$`);
/** What only specials have. OVA stands apart, since it may be part of a word. */
const EXTRA = pattern(
  String.raw`(?<=\S)[\s-]+(?:nc(?:op|ed)\d*|creditless|textless|ovas?|oads?)${AFTER}.*$`,
);
/** `- 005` before `(S01E14)`, and brackets that were left open where a number was. */
const LOOSE_END = /(?:[\s\-[(「『~・:,]|(?<=\s-\s)\d{2,4})+$/u;
/** What is left of `(Season 2)`. */
const EMPTY_BRACKET = /[[(]\s*[\])]/gu;
const WHOLE_BRACKET = /^\[([^[\]]+)\]?$/u;
const YEAR_AT_END = pattern(String.raw`(?<=\S)\s(?:19|20)\d\d$`);
const BRACKET_AT_END = pattern(String.raw`(?<=\S)\s*(?:\[[^[\]]*\]|\([^()]*\))$`);
/** What is said of several episodes: `S01-S04`, `(01-24)` and `[Batch]`. */
const COLLECTION_AT_END = pattern(
  String.raw`(?<=\S)(?:\s*(?:${[
    String.raw`${BEFORE}s\d{1,2}\s*[-+&~]\s*s?\d{1,2}`,
    String.raw`[\[(]\d{1,4}\s*[-~]\s*\d{1,4}[\])]`,
    String.raw`[\[(](?:batch|completed?|dual[ -]audio|multi-?subs?|(?:eng(?:lish)?[ -])?sub(?:s|bed)?|uncensored|tv)[\])]`,
  ].join('|')}))+\s*$`,
);
/** `Part 2` after a season counts its halves. */
const HALF_AT_END = /\s(?:part|cour)\s?\d$/iu;

/**
 * The name of a show's folder, or else of a `file` in it. A number without a mark belongs to the title:
 * *Zom 100*.
 */
export function showName(folder: string, file?: string): SearchName {
  const text = withoutIds(workingCopy(folder));
  const clean = cleanName(text);
  const marked = markedNumber(clean);
  const before = marked?.before.trim() || clean;
  const name = nameOf(before, isDotted(text), before !== clean);
  const own = name.title === '' ? { ...name, title: folder.trim() } : name;
  return file === undefined ? own : together(own, episodeName(`${folder}/${file}`));
}

/** The name of an episode: the text before its numbers. A path starts with its show's folder. */
export function episodeName(path: string): SearchName {
  const { before } = readEpisodeName(path);
  const text = fileText(path.split('/').at(-1) ?? '');
  return nameOf(before, isDotted(text), true);
}

/** The name of a movie by its path: `<file>` or `<folder>/<file>`. No number is an episode's. */
export function movieName(path: string): SearchName {
  const [file = '', folder] = path.split('/').reverse();
  const own = movieNameIn(fileText(file));
  const outer = folder === undefined ? undefined : movieNameIn(withoutIds(workingCopy(folder)));
  const name = outer === undefined || outer.title === '' ? own : movieTogether(own, outer);
  return name.title === '' ? { ...name, title: file.trim() } : name;
}

/** A file such as `disc.mkv` has its title, and usually the year, in its folder's name. */
function movieTogether(own: SearchName, outer: SearchName): SearchName {
  const isNamedByFolder = own.title === '' || (own.year === null && outer.year !== null);
  return isNamedByFolder ? together(outer, own) : together(own, outer);
}

function movieNameIn(text: string): SearchName {
  return nameOf(takePart(cleanName(text), 'movie').rest, isDotted(text), false);
}

/** Searches for the second name too if the first one finds nothing. */
function together(first: SearchName, second: SearchName): SearchName {
  return {
    title: first.title,
    also: different(first.title, [...first.also, second.title, ...second.also]),
    year: first.year ?? second.year,
  };
}

/** `isCut` says whether the name went on with a number. */
function nameOf(text: string, dotted: boolean, isCut: boolean): SearchName {
  const { title, year } = titleAndYear(text, dotted && isCut);
  const isShort = title.length < text.length || isCut;
  const plain = dotted && isShort ? title.replace(LANGUAGE_AT_END, '') : title;
  const [first = '', ...others] = readable(plain).split(/\s+[/|]\s+/u);
  const also = [
    ...others,
    first.split(/\s-\s/u)[0] ?? '',
    first.replace(BRACKET_AT_END, ''),
    first.replace(YEAR_AT_END, ''),
  ];
  return { title: first, also: different(first, also), year };
}

/** Removes what is not part of the title at its end, and the brackets around it. */
function readable(text: string): string {
  const special = text.replace(EXTRA, '').replace(COLLECTION_AT_END, '');
  const season = seasonIn(special);
  const whole = withoutSeason(special, season)
    .replace(EMPTY_BRACKET, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const plain = season === null ? whole : whole.replace(HALF_AT_END, '');
  const title = (foldedWords(plain) === '' ? text : plain).replace(LOOSE_END, '').trim();
  return title.replace(WHOLE_BRACKET, '$1').trim();
}

/** The forms with other words than the title, each once. */
function different(title: string, forms: readonly string[]): string[] {
  const words = new Set([foldedWords(title), '']);
  return forms.filter((form) => {
    const isNew = !words.has(foldedWords(form));
    words.add(foldedWords(form));
    return isNew;
  });
}
