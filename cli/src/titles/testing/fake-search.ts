import type { TvdbKind } from '@immersion-tracker/contract';
import { foldedWords } from '../../media/names/titles/folded-words.ts';
import type { Title } from '../title.ts';
import { titleOf } from './title-tracker.ts';

/** A show or movie of a made-up TheTVDB. */
export interface Work {
  readonly kind: TvdbKind;
  readonly id: number;
  readonly name: string;
  /** In the original language, if that is not English. */
  readonly original?: string;
  /** Other names that a search finds, but does not return. */
  readonly aliases?: readonly string[];
  readonly year: number | null;
  readonly slug?: string;
}

const MOST_RESULTS = 10;
/** The least part of the words that a result has in common with a query. */
const LEAST_OVERLAP = 0.15;
/** How far a result may be from where its words would put it. */
const NOISE = 0.6;

/**
 * Answers like `GET /search`: the work with an id or slug first, then works by how many of their words, or
 * pairs of Chinese, Japanese or Korean letters, are those of the query. Some noise stands for everything else
 * that moves a result up or down.
 */
export function fakeSearch(
  works: readonly Work[],
  kind: TvdbKind,
  query: string,
  seed = '',
): Title[] {
  const ofKind = works.filter((work) => work.kind === kind);
  const id = Number(/^(?:tvdb-)?([1-9]\d*)$/.exec(query)?.[1]);
  const slug = /^(?:https:\/\/thetvdb\.com\/(?:series|movies)\/)?([\w-]+)$/.exec(query)?.[1];
  const isWords = !query.startsWith('tvdb-') && !query.startsWith('https:');
  const exact = ofKind.filter((work) => work.id === id || (slug && work.slug === slug));
  const wanted = piecesOf(query);
  const found = ofKind
    .map((work) => ({
      work,
      overlap: Math.max(...namesOf(work).map((one) => overlap(wanted, one))),
    }))
    .filter((one) => isWords && one.overlap >= LEAST_OVERLAP)
    .map((one) => ({
      ...one,
      score: one.overlap + NOISE * chance(`${seed} ${query} ${one.work.id}`),
    }))
    .sort((a, b) => b.score - a.score)
    .map(({ work }) => work);
  return [...new Set([...exact, ...found])]
    .slice(0, MOST_RESULTS)
    .map(({ id, name, year, original }) => titleOf(id, name, year, original));
}

const namesOf = ({ name, original, aliases = [] }: Work) =>
  [name, ...(original === undefined ? [] : [original]), ...aliases].map(piecesOf);

/** How many of the pieces are in both texts, between 0 and 1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((piece) => b.has(piece)).length;
  return common / Math.max(1, a.size + b.size - common);
}

const pieces = new Map<string, ReadonlySet<string>>();

function piecesOf(text: string): ReadonlySet<string> {
  const known = pieces.get(text);
  if (known !== undefined) return known;
  const split = foldedWords(text).split(' ').flatMap(pairsIn);
  const made = new Set(split);
  pieces.set(text, made);
  return made;
}

function pairsIn(word: string): string[] {
  const letters = [...word];
  if (letters.length < 3 || !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)) {
    return [word];
  }
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/** A number from 0 to 1 that only depends on the text. */
export function chance(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
