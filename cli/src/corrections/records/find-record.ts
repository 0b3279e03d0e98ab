import { endpoints, kindOf } from '@immersion-tracker/contract';
import { Failure } from '../../errors/failure.ts';
import { COMMAND } from '../../text/command-name.ts';
import { printable } from '../../text/printable.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { listWatched, nameOf, recentRecords, type Watched } from '../../tracker/watched.ts';
import type { Moments } from '../moments.ts';
import { codesOf, isCode, LONG_CODE, longerCode, wholeCode } from './codes.ts';

/** How many candidates an error lists. */
const MOST_LISTED = 8;

/**
 * Finds the record that the learner means: by its code, by its id, or by words that occur in exactly one
 * of the `recent` records. Throws a `Failure`, with the candidates, if that could be several, also if a
 * text is the code of one record and in the title of another.
 */
export async function findRecord(
  { tracker, moments }: { readonly tracker: Tracker; readonly moments: Moments },
  recent: readonly Watched[],
  typed: string,
): Promise<Watched> {
  const text = typed.trim();
  const found =
    (text.includes('#') ? await withId(tracker, recent, text) : undefined) ??
    (await withCodeOrWords(tracker, recent, text));
  const [record, ...others] = found;
  if (record === undefined) {
    const advice = `To find it, run: ${COMMAND} log <words>, or ${COMMAND} log --day <day>`;
    throw new Failure(`No recent record matches ${printable(text)}. ${advice}`);
  }
  if (others.length === 0) return record;
  const codes = codesOf(recent.map(({ id }) => id));
  const lines = found.slice(0, MOST_LISTED).map((one) => {
    const { watched_at } = one;
    return `  ${codeBeyond(text, one, codes)}  ${moments.inWords(watched_at)}  ${printable(nameOf(one))}`;
  });
  const more = found.length > MOST_LISTED ? ['  and others'] : [];
  throw new Failure(
    [`${printable(text)} could be any of these. Say which:`, ...lines, ...more].join('\n'),
  );
}

type Candidates = readonly Watched[] | undefined;

async function withId(
  tracker: Tracker,
  recent: readonly Watched[],
  id: string,
): Promise<Candidates> {
  const known = recent.filter((one) => one.id === id);
  if (known.length > 0) return known;
  // The whole list has thousands of records, so this looks at it only if the record exists.
  const { known: stored } = await tracker.send(endpoints.lookup, { ids: [id] });
  return stored.length === 0 ? undefined : firstOf(tracker, (one) => one.id === id);
}

/** The code of a record, longer than `text` if that is a code of it too: typing it again would not help. */
function codeBeyond(text: string, { id }: Watched, codes: ReadonlyMap<string, string>): string {
  const code = codes.get(id) ?? wholeCode(id).slice(0, LONG_CODE);
  const typed = text.toLowerCase();
  return typed.startsWith(code) ? longerCode(id, typed) : code;
}

async function withCodeOrWords(
  tracker: Tracker,
  recent: readonly Watched[],
  text: string,
): Promise<readonly Watched[]> {
  const byCode = await withCode(tracker, recent, text.toLowerCase());
  const byWords = await withWords(tracker, recent, text);
  const codeOf = new Set(byCode.map(({ id }) => id));
  return [...byCode, ...byWords.filter(({ id }) => !codeOf.has(id))];
}

/** Short codes are only those of recent records. */
async function withCode(
  tracker: Tracker,
  recent: readonly Watched[],
  code: string,
): Promise<readonly Watched[]> {
  if (!isCode(code)) return [];
  const hasCode = ({ id }: Watched) => wholeCode(id).startsWith(code);
  const found = recent.filter(hasCode);
  if (found.length > 0 || code.length < LONG_CODE) return found;
  return (await firstOf(tracker, hasCode)) ?? [];
}

async function firstOf(tracker: Tracker, isWanted: (one: Watched) => boolean): Promise<Candidates> {
  for await (const one of listWatched(tracker, {})) if (isWanted(one)) return [one];
  return undefined;
}

async function withWords(
  tracker: Tracker,
  recent: readonly Watched[],
  query: string,
): Promise<readonly Watched[]> {
  if (query === '') return [];
  const found = new Set((await recentRecords(tracker, { query })).map(({ id }) => id));
  // The learner may think of the names of the folder and file.
  const words = query.toLowerCase().split(/\s+/);
  const isNamed = (one: Watched) => {
    const names = namesIn(one).toLowerCase();
    return words.every((word) => names.includes(word));
  };
  return recent.filter((one) => found.has(one.id) || isNamed(one));
}

/** The folder and file of a record, as its id has them; empty if it was recorded from a link. */
function namesIn({ id, kind, rewatch_of }: Watched): string {
  const { foundIn, record } = kindOf(kind);
  return foundIn === 'folder' ? (rewatch_of ?? id).slice(record.prefix.length) : '';
}
