import { indexFor } from '../server/catalogue.ts';
import type { JsonObject, ProviderResponse } from '../server/provider-description.ts';
import { LAST_MADE_UP_ID } from './catalogue.ts';
import type { Collection, KnownRecord } from './collection.ts';

const PAGE_SIZE = 50;
/** How many results are made up for a name that is not known. */
const MADE_UP = 3;

/** The recorded pages, by type and query. */
const RECORDED = new Map([
  ['series oshi no ko', 'tvdb/search_ok.json'],
  ['movie lola', 'tvdb/search_movie_ok.json'],
]);

/**
 * Answers `GET /v4/search`. Finds recorded and named records by the words of their names, and `Series 12` by its
 * number. Other queries find records that are made up, or nothing if they start with `unknown`.
 */
export function search(
  query: URLSearchParams,
  collections: readonly Collection[],
): ProviderResponse {
  const words = normalized(query.get('query') ?? query.get('q') ?? '');
  const type = query.get('type');
  if (words === '') return { status: 400, file: 'tvdb/error_400_query_required.json' };
  const recorded = RECORDED.get(`${type} ${words}`);
  if (recorded !== undefined) return { status: 200, file: recorded };
  if (words.startsWith('unknown')) return { status: 200, file: 'tvdb/search_empty.json' };

  const searched = collections.filter(({ kind }) => type === null || type === kind);
  const known = searched.flatMap((collection) =>
    collection.named.filter((record) => isNamed(record, words)).map(resultFor(collection)),
  );
  const all = known.length > 0 ? known : searched.flatMap((one) => madeUp(one, words));
  const start = Number(query.get('offset') ?? 0);
  const data = all.slice(start, start + Number(query.get('limit') ?? PAGE_SIZE));
  return {
    status: 200,
    json: {
      status: 'success',
      data,
      links: { prev: null, self: '', next: '', total_items: all.length, page_size: PAGE_SIZE },
    },
  };
}

const normalized = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

function isNamed({ names }: KnownRecord, words: string): boolean {
  const all = normalized(names.join(' '));
  return words.split(/\s+/).every((word) => all.includes(word));
}

function madeUp(collection: Collection, words: string): JsonObject[] {
  const number = new RegExp(`^${collection.kind} ([1-9][0-9]*)$`).exec(words)?.[1];
  const ids =
    number === undefined
      ? Array.from({ length: MADE_UP }, (_, at) => indexFor(`${at} ${words}`, LAST_MADE_UP_ID) + 1)
      : [Number(number)];
  return ids.flatMap((id) => collection.find(id) ?? []).map(resultFor(collection));
}

const resultFor =
  ({ kind }: Collection) =>
  ({ id, record, slug, english, found }: KnownRecord): JsonObject =>
    found ?? {
      ...{ objectID: `${kind}-${id}`, id: `${kind}-${id}`, tvdb_id: `${id}`, type: kind, slug },
      ...{ name: record.name, year: record.year, image_url: record.image },
      ...(english && { translations: { eng: english.name } }),
      ...(english?.overview && { overviews: { eng: english.overview } }),
    };
