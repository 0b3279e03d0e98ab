/** What a TheTVDB id belongs to. Series and movies have separate ids. */
export type TvdbKind = 'series' | 'movie';

export type TvdbLink =
  | { readonly kind: TvdbKind; readonly id: number }
  /** The name in the address of a page. It can consist of digits (the series "1883", the movie "1917"). */
  | { readonly kind: TvdbKind; readonly slug: string }
  | { readonly reject: 'invalid_id' | 'unsupported_kind' };

/** Reads a link to TheTVDB. Ids in links do not have leading zeros. */
export function readTvdbLink(link: URL): TvdbLink {
  const [page, name, id = ''] = link.pathname.split('/').filter((segment) => segment !== '');
  if (page === 'dereferrer' && (name === 'series' || name === 'movie')) return numbered(name, id);
  if (isOldSeriesPage(link)) return numbered('series', link.searchParams.get('id') ?? '');
  const kind = page === 'series' ? 'series' : page === 'movies' ? 'movie' : undefined;
  const slug = name && decoded(name);
  return kind && slug ? { kind, slug } : { reject: 'unsupported_kind' };
}

function isOldSeriesPage({ pathname, searchParams }: URL): boolean {
  const isOldPage = pathname === '/' || pathname === '/index.php';
  return isOldPage && searchParams.get('tab') === 'series';
}

function numbered(kind: TvdbKind, digits: string): TvdbLink {
  const id = digits.startsWith('0') ? undefined : wholeId(digits);
  return id === undefined ? { reject: 'invalid_id' } : { kind, id };
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

const BRACKETS = /^[[{(]\s*(.*?)\s*[\]})]$/;
const LABELLED = /^(?:the)?tvdb(?:\.com)?[\s_-]?(series|movie)?[\s_-]?(?:id)?[\s:=#_-]{0,3}(\d+)$/i;

/** Normalizes full-width characters, which input methods for Chinese and Japanese type, and removes brackets. */
export const bareTvdbText = (text: string): string =>
  text.normalize('NFKC').replace(BRACKETS, '$1');

/** A number that may be an id. */
export interface TvdbNumber {
  /** Undefined if the number is not an id, since it is 0 or too large. */
  readonly id: number | undefined;
  /** Whether it is labelled as an id of TheTVDB. */
  readonly isLabelled: boolean;
  /** What the label says. */
  readonly kind: TvdbKind | undefined;
}

/**
 * Reads digits of `bareTvdbText`, perhaps with a label, as media servers write it in names of folders (`{tvdb-421069}`,
 * `[tvdbid=421069]`) or as TheTVDB shows it (`TheTVDB.com Series ID 421069`). Undefined if the text is
 * something else.
 */
export function readTvdbNumber(bare: string): TvdbNumber | undefined {
  if (/^\d+$/.test(bare)) return { id: wholeId(bare), isLabelled: false, kind: undefined };
  const [, label, digits] = LABELLED.exec(bare) ?? [];
  if (digits === undefined) return undefined;
  const kind = label && (label.toLowerCase() === 'movie' ? 'movie' : 'series');
  return { id: wholeId(digits), isLabelled: true, kind: kind || undefined };
}

function wholeId(digits: string): number | undefined {
  const id = /^\d+$/.test(digits) ? Number(digits) : 0;
  return id > 0 && Number.isSafeInteger(id) ? id : undefined;
}
