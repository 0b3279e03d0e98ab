import { type KindId, type KnownKind, kindOf, mediaKinds } from '@immersion-tracker/contract';
import { dayNumberOf } from '@immersion-tracker/contract/calendar';

/** Which records the list of everything watched shows. */
export interface Filters {
  /** Only those of this day, as `YYYY-MM-DD`. */
  readonly day?: string | undefined;
  readonly kind?: KindId | undefined;
  /** Only those whose length is a guess. */
  readonly guessed?: boolean | undefined;
  /** Words in their titles or the names of their groups. */
  readonly query?: string | undefined;
}

/** What the page shows. */
export type Route =
  | { readonly page: 'overview' | 'settings' }
  | { readonly page: 'watched'; readonly filters: Filters }
  | { readonly page: 'library'; readonly kind: KindId }
  /** One show, movie, channel or podcast. */
  | { readonly page: 'group'; readonly kind: KindId; readonly id: string }
  /** Without a year, the latest one. */
  | { readonly page: 'year'; readonly year?: number | undefined };

const FIRST_DAY = '0001-01-01';

/** A kind's part of an address, such as `shows`. */
const placeOf = ({ nouns }: KnownKind): string => nouns.shortGroup[1].replaceAll(' ', '-');

/** The hash of a route, such as `#watched?day=2026-11-27`. Buckets and proxies know no other paths. */
export function hashOf(route: Route): string {
  switch (route.page) {
    case 'library':
      return `#${placeOf(kindOf(route.kind))}`;
    case 'group':
      return `#${placeOf(kindOf(route.kind))}/${encodeURIComponent(route.id.toWellFormed())}`;
    case 'year':
      return route.year === undefined ? '#year' : `#year/${route.year}`;
    case 'watched':
      return `#watched${queryOf(route.filters)}`;
    default:
      return `#${route.page}`;
  }
}

/** The route of a hash. An unknown one leads to the overview. */
export function routeOf(hash: string): Route {
  const [, place = '', rest = '', query = ''] =
    /^#([a-z-]+)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(hash) ?? [];
  if (place === 'settings') return { page: 'settings' };
  if (place === 'watched') return { page: 'watched', filters: filtersOf(query) };
  if (place === 'year') return { page: 'year', year: yearOf(rest) };
  const kind = mediaKinds.find((one) => placeOf(one) === place);
  if (kind === undefined) return { page: 'overview' };
  const id = decoded(rest);
  return id === '' ? { page: 'library', kind: kind.id } : { page: 'group', kind: kind.id, id };
}

function queryOf({ day, kind, guessed, query }: Filters): string {
  const fields = Object.entries({ day, kind, query, guessed: guessed || undefined });
  const set = fields.filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(set.map(([name, value]) => [name, `${value}`])).toString();
  return text === '' ? '' : `?${text}`;
}

function filtersOf(text: string): Filters {
  const fields = new URLSearchParams(text);
  const day = fields.get('day') ?? '';
  return {
    // Date fields know no year 0.
    day: dayNumberOf(day) === undefined || day < FIRST_DAY ? undefined : day,
    kind: mediaKinds.find(({ id }) => id === fields.get('kind'))?.id,
    guessed: fields.get('guessed') === 'true' || undefined,
    query: fields.get('query') || undefined,
  };
}

function yearOf(text: string): number | undefined {
  return /^\d{4}$/.test(text) ? Number(text) : undefined;
}

/** Empty if the text is not a valid encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
