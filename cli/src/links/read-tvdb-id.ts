import { type Link, PROVIDER_NAMES, type Reject } from './link.ts';
import { readLink } from './read-link.ts';
import { reasonInWords } from './reason-in-words.ts';

type TvdbKind = 'series' | 'movie';

const NOUNS: Readonly<Record<TvdbKind, string>> = { series: 'show', movie: 'movie' };
const LABELS: Readonly<Record<TvdbKind, string>> = {
  series: 'TheTVDB.com Series ID',
  movie: 'TheTVDB.com Movie ID',
};
const NO_ID = 'An id is a whole number above 0, and not a huge one.';

/**
 * What a person typed when asked for TheTVDB's id of a show or a movie: its number, or a link that
 * holds it. `problem` says in words what is wrong and where the number is.
 */
export function readTvdbId(text: string, kind: TvdbKind): { id: number } | { problem: string } {
  const typed = text.trim();
  if (/^[-+.,\d]+$/.test(typed)) {
    const id = /^\d+$/.test(typed) ? Number(typed) : 0;
    return id > 0 && Number.isSafeInteger(id) ? { id } : problem(NO_ID, kind);
  }
  const link = readLink(typed);
  const isOfKind = 'kind' in link && link.provider === 'tvdb' && link.kind === kind;
  return isOfKind ? { id: Number(link.id) } : problem(mismatch(link, kind), kind);
}

function problem(what: string, kind: TvdbKind): { problem: string } {
  const where = `TheTVDB's page of the ${NOUNS[kind]} lists its number as "${LABELS[kind]}"`;
  return { problem: `${what} ${where}: type that number.` };
}

/** What is wrong with an answer that is neither a number nor a fitting link. */
function mismatch(link: Link | Reject, wanted: TvdbKind): string {
  if (link.provider === null) return 'This is neither a number nor a link of TheTVDB.';
  if (link.provider !== 'tvdb') {
    return `This is a link of ${PROVIDER_NAMES[link.provider]}, not of TheTVDB.`;
  }
  if ('kind' in link) return `This link is of a ${NOUNS[link.kind]}, not of a ${NOUNS[wanted]}.`;
  return link.reject === 'slug_only'
    ? 'This link holds a name, not a number.'
    : reasonInWords(link);
}
