import { bareTvdbText, readTvdbNumber, type TvdbKind } from '@immersion-tracker/contract';
import { visible } from '../text/visible.ts';
import { type Link, PATTERNS, type Reject } from './link.ts';
import { readLine } from './read-line.ts';

const NOUNS: Readonly<Record<TvdbKind, string>> = { series: 'show', movie: 'movie' };
const LABELS: Readonly<Record<TvdbKind, string>> = {
  series: 'TheTVDB.com Series ID',
  movie: 'TheTVDB.com Movie ID',
};
const NO_ID = 'This is not an id: ids are whole numbers above 0.';

const IMDB = /^(?:imdb(?:id)?[\s:=_-]{1,3})?tt\d+$|\bimdb\.com\//i;
const TMDB = /^tmdb(?:id)?[\s:=_-]{1,3}\d+$|\bthemoviedb\.org\//i;

/**
 * Reads what a person typed when asked for the TheTVDB id of a show or a movie: a number, which may be
 * labelled as in `{tvdb-421069}`, or a link that contains it. `problem` says in words what is wrong and
 * where to find the number.
 */
export function readTvdbId(text: string, kind: TvdbKind): { id: number } | { problem: string } {
  const typed = bareTvdbText(visible(text));
  const number = readTvdbNumber(typed);
  const other = kind === 'series' ? 'movie' : 'series';
  if (number?.kind === other) {
    return problem(`This is the id of a ${NOUNS[other]}, not of a ${NOUNS[kind]}.`, kind);
  }
  if (number?.id !== undefined) return { id: number.id };
  if (number !== undefined || /^[-+.,\d]+$/.test(typed)) return problem(NO_ID, kind);
  if (IMDB.test(typed)) return problem('This is an IMDb id, but a TheTVDB id is needed.', kind);
  if (TMDB.test(typed)) return problem('This is a TMDB id, but a TheTVDB id is needed.', kind);
  const link = readLine(typed);
  const isOfKind = 'kind' in link && link.provider === 'tvdb' && link.kind === kind;
  return isOfKind ? { id: Number(link.id) } : problem(mismatch(link, kind), kind);
}

function problem(what: string, kind: TvdbKind): { problem: string } {
  const where = `the number that the ${NOUNS[kind]}'s page on TheTVDB calls "${LABELS[kind]}"`;
  return { problem: `${what} Use ${where}.` };
}

/** What is wrong with an answer that is neither a number nor a suitable link. */
function mismatch(link: Link | Reject, wanted: TvdbKind): string {
  if (link.provider === null) {
    return link.reject === 'several_links'
      ? 'There is more than one link here.'
      : 'This is neither a number nor a TheTVDB link.';
  }
  if (link.provider !== 'tvdb') {
    return `This is a ${PATTERNS[link.provider].provider.name} link, not a TheTVDB link.`;
  }
  if ('kind' in link) return `This link leads to a ${NOUNS[link.kind]}, not to a ${NOUNS[wanted]}.`;
  if (link.reject === 'slug_only') return 'This link contains a name, not a number.';
  return link.reject === 'invalid_id'
    ? 'The id in this link is missing or damaged.'
    : 'This link does not lead to a show or a movie.';
}
