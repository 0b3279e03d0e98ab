import { foldedWords } from '../media/names/titles/folded-words.ts';
import type { SearchName } from '../media/names/titles/search-name.ts';
import type { Title } from './title.ts';

/** How well a title has the words of a name. A title with the right year, but none of them, comes between. */
const SCORES = { exact: 5, dated: 4.5, sameLetters: 4, withoutBracket: 3, beginning: 2, none: 0 };
const RIGHT_YEAR = 3;
/** Films come to other countries a year later. */
const NEXT_YEAR = 1;
const WRONG_YEAR = -2;
/** A form that is only searched if the title is not found says less than the title. */
const OTHER_FORM = -0.5;

/** Sorts search results by how well they fit a name. Those that fit equally well keep their order. */
export function rank(results: readonly Title[], name: SearchName): Title[] {
  const scored = results.map((title) => ({ title, score: scoreOf(title, name) }));
  return scored.sort((a, b) => b.score - a.score).map(({ title }) => title);
}

/**
 * The only title that a name can mean: the only result, or the only one of this title. Undefined if there is
 * none, or more than one. With a year, a title of another year is not meant.
 */
export function onlyMatch(results: readonly Title[], name: SearchName): Title | undefined {
  const exact = exactMatches(results, name);
  const [first, second] = exact.length > 0 ? exact : results;
  return second === undefined && first && fitsYear(first, name.year) ? first : undefined;
}

/** The results with exactly this title, in English or in the original language. */
export function exactMatches(results: readonly Title[], { title, year }: SearchName): Title[] {
  const words = foldedWords(title);
  return results.filter((one) => {
    const { plain, dated } = namesOf(one);
    return fitsYear(one, year) && [...plain, ...(year === null ? [] : dated)].includes(words);
  });
}

const fitsYear = (title: Title, year: number | null) =>
  year === null || title.year === null || title.year === year;

/** The folded names of a title, also with its year, and those that lose it: *Shōgun (2024)*. */
function namesOf({ name, original_name, year }: Title) {
  const names = [foldedWords(name), foldedWords(original_name)];
  const end = ` ${year}`;
  return {
    plain: [...names, ...names.map((words) => words + end)],
    dated: names.flatMap((words) => (words.endsWith(end) ? words.slice(0, -end.length) : [])),
  };
}

function scoreOf(title: Title, { title: wanted, also, year }: SearchName): number {
  const others = also.map((form) => wordScore(title, form) + OTHER_FORM);
  return Math.max(wordScore(title, wanted), ...others) + yearScore(title.year, year);
}

function wordScore(title: Title, wanted: string): number {
  const words = foldedWords(wanted);
  const { plain, dated } = namesOf(title);
  if (plain.includes(words)) return SCORES.exact;
  if (dated.includes(words)) return SCORES.dated;
  const names = [...plain, ...dated];
  // `Beyond.Journeys.End` has lost its apostrophe.
  if (names.some((name) => letters(name) === letters(words))) return SCORES.sameLetters;
  const bare = [title.name, title.original_name].map((name) => name.replace(/\s*\([^()]*\)$/, ''));
  if (bare.some((name) => foldedWords(name) === words)) return SCORES.withoutBracket;
  return names.some((name) => name.startsWith(`${words} `)) ? SCORES.beginning : SCORES.none;
}

const letters = (words: string) => words.replaceAll(' ', '');

function yearScore(year: number | null, wanted: number | null): number {
  if (year === null || wanted === null) return 0;
  const distance = Math.abs(year - wanted);
  return distance === 0 ? RIGHT_YEAR : distance === 1 ? NEXT_YEAR : WRONG_YEAR;
}
