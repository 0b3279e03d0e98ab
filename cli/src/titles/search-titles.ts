import { endpoints, type TvdbKind } from '@immersion-tracker/contract';
import { pageLink, type TvdbAnswer } from '../links/read-tvdb-answer.ts';
import type { SearchName } from '../media/names/titles/search-name.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { rank } from './rank.ts';
import type { Title } from './title.ts';

/** Each search is a request to TheTVDB. */
const MOST_SEARCHES = 3;
/** In characters. The tracker refuses more. */
const LONGEST_QUERY = 500;
const YEAR_AT_END = /(?<=\S)\s*[[(（]((?:19|20)\d\d)[\])）]\s*$/u;
const SLUG = /^[a-z\d]+(?:-[a-z\d]+)+$/i;

/** Searches for the title of a name, and for its other forms until something is found. Best first. */
export async function searchByName(
  tracker: Tracker,
  kind: TvdbKind,
  name: SearchName,
): Promise<readonly Title[]> {
  for (const words of [name.title, ...name.also].slice(0, MOST_SEARCHES)) {
    const results = await search(tracker, kind, words);
    if (results.length > 0) return rank(results, name);
  }
  return [];
}

/** Searches for what a person typed, to show everything that it may mean. Best first. */
export async function searchByAnswer(
  tracker: Tracker,
  kind: TvdbKind,
  answer: TvdbAnswer,
): Promise<readonly Title[]> {
  const query = answer.kind === 'id' && !answer.isCertain ? `${answer.id}` : queryOf(answer);
  const results = await search(tracker, kind, query);
  return answer.kind === 'words' ? rank(results, typedName(answer.words)) : results;
}

/** Searches for what a script answered. A number is an id, and a slug is only a slug if there is a page. */
export async function searchByScript(
  tracker: Tracker,
  kind: TvdbKind,
  answer: TvdbAnswer,
): Promise<readonly Title[]> {
  if (answer.kind === 'words' && SLUG.test(answer.words)) {
    const page = await search(tracker, kind, pageLink(kind, answer.words.toLowerCase()));
    if (page.length > 0) return page;
  }
  const results = await search(tracker, kind, queryOf(answer));
  return answer.kind === 'words' ? rank(results, typedName(answer.words)) : results;
}

/** Searches for one id. */
export async function searchById(
  tracker: Tracker,
  kind: TvdbKind,
  id: number,
): Promise<Title | undefined> {
  return (await search(tracker, kind, `tvdb-${id}`))[0];
}

/** The title that a person typed, perhaps with its year in brackets. */
export function typedName(words: string): SearchName {
  const year = Number(YEAR_AT_END.exec(words)?.[1]) || null;
  return { title: words.replace(YEAR_AT_END, ''), also: [], year };
}

function queryOf(answer: TvdbAnswer): string {
  if (answer.kind === 'id') return `tvdb-${answer.id}`;
  return answer.kind === 'page' ? answer.link : typedName(answer.words).title;
}

async function search(tracker: Tracker, type: TvdbKind, words: string): Promise<readonly Title[]> {
  const query = words.slice(0, LONGEST_QUERY).toWellFormed().trim();
  if (query === '') return [];
  return (await tracker.send(endpoints.search, { type, query })).results;
}
