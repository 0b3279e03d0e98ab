import { bareTvdbText, readTvdbNumber, type TvdbKind } from '@immersion-tracker/contract';
import { visible } from '../text/visible.ts';
import { type Link, PATTERNS, type Reject } from './link.ts';
import { readLine } from './read-line.ts';

/** What a person answered when asked what a show or a movie is on TheTVDB. */
export type TvdbAnswer =
  | {
      readonly kind: 'id';
      readonly id: number;
      /** Whether it can only be an id: *1883* is also a title. */
      readonly isCertain: boolean;
    }
  /** A link to the page of a show or movie, which contains its name but not its id. */
  | { readonly kind: 'page'; readonly link: string }
  | { readonly kind: 'words'; readonly words: string };

const NOUNS: Readonly<Record<TvdbKind, string>> = { series: 'show', movie: 'movie' };
const NO_ID = 'This is not an id: ids are whole numbers above 0.';

const IMDB = /^(?:imdb(?:id)?[\s:=_-]{1,3})?tt\d+$|\bimdb\.com\//i;
const TMDB = /^tmdb(?:id)?[\s:=_-]{1,3}\d+$|\bthemoviedb\.org\//i;
const WEB = /^https?:|\w\.[a-z]{2,}\//i;
const PAGE = /\bthetvdb\.com\/+(series|movies)\/+([^\s/?#<>()[\]"']+)/i;

/**
 * Reads what a person typed: words of a title, a number, which may be labelled as in `{tvdb-421069}`, or a
 * link. `problem` says in words what is wrong, and what to answer instead.
 */
export function readTvdbAnswer(text: string, kind: TvdbKind): TvdbAnswer | { problem: string } {
  const typed = bareTvdbText(visible(text));
  const number = readTvdbNumber(typed);
  const other = kind === 'series' ? 'movie' : 'series';
  if (number?.kind === other) {
    return problem(`This is the id of a ${NOUNS[other]}, not of a ${NOUNS[kind]}.`, kind);
  }
  if (number?.id !== undefined) return { kind: 'id', id: number.id, isCertain: number.isLabelled };
  if (number !== undefined || /^[-+]\d+$/.test(typed)) return problem(NO_ID, kind);
  if (IMDB.test(typed)) return problem('This is an IMDb id, not one of TheTVDB.', kind);
  if (TMDB.test(typed)) return problem('This is a TMDB id, not one of TheTVDB.', kind);
  return readLinkIn(typed, kind) ?? { kind: 'words', words: typed };
}

function problem(what: string, kind: TvdbKind): { problem: string } {
  return { problem: `${what} Use the ${NOUNS[kind]}'s title, or its id or link on TheTVDB.` };
}

/** Undefined if there is no link. */
function readLinkIn(typed: string, kind: TvdbKind): TvdbAnswer | { problem: string } | undefined {
  const link = readLine(typed);
  const isOfTvdb = link.provider === 'tvdb';
  if (isOfTvdb && 'kind' in link && link.kind === kind) {
    return { kind: 'id', id: Number(link.id), isCertain: true };
  }
  const [, page, slug] = PAGE.exec(typed) ?? [];
  if (isOfTvdb && 'reject' in link && link.reject === 'slug_only' && page && slug) {
    const pageKind = page.toLowerCase() === 'series' ? 'series' : 'movie';
    if (pageKind !== kind) return problem(leadsTo(pageKind, kind), kind);
    return { kind: 'page', link: pageLink(kind, slug) };
  }
  const what = mismatch(link, typed, kind);
  return what === undefined ? undefined : problem(what, kind);
}

/** The address of a page on TheTVDB. `slug` is the name in it. */
export function pageLink(kind: TvdbKind, slug: string): string {
  return `https://thetvdb.com/${kind === 'series' ? 'series' : 'movies'}/${slug}`;
}

const leadsTo = (kind: TvdbKind, wanted: TvdbKind) =>
  `This link leads to a ${NOUNS[kind]}, not to a ${NOUNS[wanted]}.`;

/** What is wrong with a link that cannot be used. */
function mismatch(link: Link | Reject, typed: string, wanted: TvdbKind): string | undefined {
  if (link.provider === null) {
    if (link.reject === 'several_links') return 'There is more than one link here.';
    return WEB.test(typed) ? 'This link does not lead to TheTVDB.' : undefined;
  }
  if (link.provider !== 'tvdb') {
    return `This is a ${PATTERNS[link.provider].provider.name} link, not a TheTVDB link.`;
  }
  if ('kind' in link) return leadsTo(link.kind, wanted);
  return link.reject === 'invalid_id'
    ? 'The id in this link is missing or damaged.'
    : 'This link does not lead to a show or a movie.';
}
