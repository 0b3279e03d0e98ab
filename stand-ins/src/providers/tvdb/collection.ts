import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';
import { type CatalogueOverride, findEntry } from '../server/catalogue.ts';
import type { JsonObject } from '../server/provider-description.ts';
import { sample } from '../server/samples.ts';
import type { Catalogue } from './catalogue.ts';

/** A record with what else TheTVDB says about it. */
export interface KnownRecord {
  readonly id: number;
  readonly record: JsonObject;
  readonly slug: string | undefined;
  /** The data of its English translation, or null. */
  readonly english: { readonly name: string; readonly overview: string | null } | null;
  /** The result for it in a recorded search. */
  readonly found: JsonObject | undefined;
  /** In every recorded language. */
  readonly names: readonly string[];
}

/** The series or movies that a stand-in knows. */
export interface Collection {
  readonly kind: Catalogue['kind'];
  find(id: number): KnownRecord | null;
  /** The records that can be found by name: recorded ones, and those of the `named` ids. */
  readonly named: readonly KnownRecord[];
  bySlug(slug: string): KnownRecord | null;
}

const texts = z.array(z.string()).nullish().catch(null);
const readable = z.looseObject({
  name: z.string().nullish().catch(null),
  slug: z.string().optional().catch(undefined),
  nameTranslations: texts,
  overviewTranslations: texts,
  aliases: z
    .array(z.object({ name: z.string() }))
    .nullish()
    .catch(null),
});

const searchResult = z.looseObject({
  tvdb_id: z.string(),
  type: z.string(),
  overviews: z.looseObject({ eng: z.string().optional() }).optional(),
  translations: z.looseObject({ eng: z.string().optional() }).optional(),
});
const searchPage = jsonText(z.object({ data: z.array(searchResult) }));
const recordedResults = ['tvdb/search_ok.json', 'tvdb/search_movie_ok.json'].flatMap(
  (file) => searchPage.parse(sample(file)).data,
);

export function createCollection(
  { kind, find: findDefault, recordedIds }: Catalogue,
  override: CatalogueOverride<number> | undefined,
  named: readonly number[] = [],
): Collection {
  const find = (id: number): KnownRecord | null => {
    const entry = findEntry(id, override, findDefault);
    return entry && describe(kind, id, entry);
  };
  const known = [...named, ...recordedIds].flatMap((id) => find(id) ?? []);
  return {
    kind,
    find,
    named: known,
    bySlug(slug) {
      const madeUp = new RegExp(`^${kind}-([1-9][0-9]*)$`).exec(slug)?.[1];
      const found = known.find((record) => record.slug === slug);
      return found ?? (madeUp === undefined ? null : find(Number(madeUp)));
    },
  };
}

function describe(kind: Catalogue['kind'], id: number, record: JsonObject): KnownRecord {
  const { name, slug, nameTranslations, overviewTranslations, aliases } = readable.parse(record);
  const found = recordedResults.find(
    ({ tvdb_id, type }) => tvdb_id === String(id) && type === kind,
  );
  const englishName = nameTranslations?.includes('eng') ? name || `English ${id}` : undefined;
  const madeUp = overviewTranslations?.includes('eng') ? `About ${englishName}.` : null;
  const english = found?.translations?.eng ?? englishName;
  return {
    ...{ id, record, slug, found },
    english: english ? { name: english, overview: found?.overviews?.eng ?? madeUp } : null,
    names: [name, english, ...(aliases ?? []).map((alias) => alias.name)].flatMap(
      (text) => text || [],
    ),
  };
}
