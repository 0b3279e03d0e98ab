import { listed, type TvdbKind } from '@immersion-tracker/contract';
import { readTvdbAnswer } from '../links/read-tvdb-answer.ts';
import type { SearchName } from '../media/names/titles/search-name.ts';
import type { Tracker } from '../tracker/tracker.ts';
import type { TitleQuestion } from './question.ts';
import { exactMatches, onlyMatch } from './rank.ts';
import { searchById, searchByName, searchByScript, typedName } from './search-titles.ts';
import { NOUNS, type Title, titleLine } from './title.ts';

/** The only title that was meant. If it is not clear, `problem` says why, and `results` may be meant. */
export type Found =
  | { readonly title: Title }
  | { readonly problem: string; readonly results: readonly Title[] };

/** Further titles that match are only counted. */
const MOST_NAMED = 5;

/** Finds the title that a typed text means: an id, a link, a slug, or words that match exactly one title. */
export async function findByText(tracker: Tracker, kind: TvdbKind, text: string): Promise<Found> {
  const read = readTvdbAnswer(text, kind);
  if ('problem' in read) return { problem: read.problem, results: [] };
  const results = await searchByScript(tracker, kind, read);
  if (read.kind === 'words') return foundBy(kind, typedName(read.words), results);
  const [title] = results;
  return title === undefined
    ? none(kind, read.kind === 'id' ? `with the id ${read.id}` : `at ${read.link}`)
    : { title };
}

/** Finds the title that a folder or file is named after, by the id in its name if there is one. */
export async function findByName(
  tracker: Tracker,
  { kind, name, suggested }: TitleQuestion,
): Promise<Found> {
  if (suggested === undefined) return foundBy(kind, name, await searchByName(tracker, kind, name));
  const title = await searchById(tracker, kind, suggested);
  return title === undefined ? none(kind, `with the id ${suggested}`) : { title };
}

function foundBy(kind: TvdbKind, name: SearchName, results: readonly Title[]): Found {
  const title = onlyMatch(results, name);
  if (title !== undefined) return { title };
  const year = name.year === null ? '' : ` (${name.year})`;
  const quoted = `"${name.title}"${year}`;
  if (results.length === 0) return none(kind, `for ${quoted}`);
  const exact = exactMatches(results, name);
  const several = exact.length > 0 ? exact : results;
  const named = several
    .slice(0, MOST_NAMED)
    .map((one) => `${titleLine(one)} [tvdb-${one.tvdb_id}]`);
  const rest = several.length - named.length;
  const all = listed([...named, ...(rest > 0 ? [`${rest} more`] : [])]);
  const noun = NOUNS[kind];
  const problem =
    several.length === 1
      ? `Only one ${noun} on TheTVDB may be ${quoted}: ${all}. Use its id.`
      : `Several ${noun}s on TheTVDB may be ${quoted}: ${all}. Use the id of one.`;
  return { problem, results };
}

function none(kind: TvdbKind, what: string): Found {
  return { problem: `TheTVDB has no ${NOUNS[kind]} ${what}.`, results: [] };
}
