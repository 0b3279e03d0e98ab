import { visible } from '../text/visible.ts';
import { type Link, PATTERNS, type Reject } from './link.ts';
import { readLine } from './read-line.ts';

type TvdbKind = 'series' | 'movie';

const NOUNS: Readonly<Record<TvdbKind, string>> = { series: 'show', movie: 'movie' };
const LABELS: Readonly<Record<TvdbKind, string>> = {
  series: 'TheTVDB.com Series ID',
  movie: 'TheTVDB.com Movie ID',
};
const NO_ID = 'This is not an id, which is a whole number above 0.';

const BRACKETS = /^[[{(]\s*(.*?)\s*[\]})]$/;
/** As media servers have it in the names of folders (`tvdb-1`, `tvdbid=1`), and TheTVDB on its pages. */
const LABELLED = /^(?:the)?tvdb(?:\.com)?[\s_-]?(series|movie)?[\s_-]?(?:id)?[\s:=#_-]{0,3}(\d+)$/i;
const IMDB = /^(?:imdb(?:id)?[\s:=_-]{1,3})?tt\d+$|\bimdb\.com\//i;
const TMDB = /^tmdb(?:id)?[\s:=_-]{1,3}\d+$|\bthemoviedb\.org\//i;

/**
 * What a person typed when asked for TheTVDB's id of a show or a movie: its number, also as in
 * `{tvdb-421069}`, or a link that holds it. `problem` says in words what is wrong and where the
 * number is.
 */
export function readTvdbId(text: string, kind: TvdbKind): { id: number } | { problem: string } {
  // Input methods for Chinese and Japanese type full-width digits.
  const typed = visible(text).normalize('NFKC').replace(BRACKETS, '$1');
  const [, label, labelled] = LABELLED.exec(typed) ?? [];
  const other = kind === 'series' ? 'movie' : 'series';
  if (label?.toLowerCase() === other) {
    return problem(`This is the id of a ${NOUNS[other]}, not of a ${NOUNS[kind]}.`, kind);
  }
  const number = labelled ?? typed;
  if (/^[-+.,\d]+$/.test(number)) {
    const id = /^\d+$/.test(number) ? Number(number) : 0;
    return id > 0 && Number.isSafeInteger(id) ? { id } : problem(NO_ID, kind);
  }
  if (IMDB.test(typed)) return problem('This is an IMDb id, but a TheTVDB id is needed.', kind);
  if (TMDB.test(typed)) return problem('This is a TMDB id, but a TheTVDB id is needed.', kind);
  const link = readLine(typed);
  const isOfKind = 'kind' in link && link.provider === 'tvdb' && link.kind === kind;
  return isOfKind ? { id: Number(link.id) } : problem(mismatch(link, kind), kind);
}

function problem(what: string, kind: TvdbKind): { problem: string } {
  const where = `The page of the ${NOUNS[kind]} on TheTVDB lists it as "${LABELS[kind]}"`;
  return { problem: `${what} ${where}: type that number.` };
}

/** What is wrong with an answer that is neither a number nor a fitting link. */
function mismatch(link: Link | Reject, wanted: TvdbKind): string {
  if (link.provider === null) {
    return link.reject === 'several_links'
      ? 'There is more than one link here.'
      : 'This is neither a number nor a TheTVDB link.';
  }
  if (link.provider !== 'tvdb') {
    return `This is a ${PATTERNS[link.provider].provider.name} link, not a TheTVDB link.`;
  }
  if ('kind' in link) return `This link is of a ${NOUNS[link.kind]}, not of a ${NOUNS[wanted]}.`;
  if (link.reject === 'slug_only') return 'This link holds a name, not a number.';
  return link.reject === 'invalid_id'
    ? 'The id in this link is missing or damaged.'
    : 'This link is not of a show or a movie.';
}
