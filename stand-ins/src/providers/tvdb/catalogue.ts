import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';
import type { JsonObject } from '../server/provider-description.ts';
import { sample, samplesOf } from '../server/samples.ts';

export const LAST_MADE_UP_ID = 899_999;
const success = jsonText(z.object({ data: z.looseObject({ id: z.number() }) }));
const seriesModel = success.parse(sample('tvdb/series_null_runtime.json')).data;
const movieModel = success.parse(sample('tvdb/movie_null_image.json')).data;

interface TvdbFields {
  readonly id: number;
  readonly name: string;
  readonly image: string;
  /** In minutes. */
  readonly runtime: number;
}

/** The recorded and made-up records of one kind. */
export interface Catalogue {
  readonly kind: 'series' | 'movie';
  /** The recorded or made-up record of an id, or null. */
  find(id: number): JsonObject | null;
  readonly recordedIds: readonly number[];
}

export const series = catalogue('series', 'tvdb/series_', (id) =>
  makeSeries({ id, name: `Series ${id}`, image: poster('series', id), runtime: 24 }),
);

export const movies = catalogue('movie', 'tvdb/movie_', (id) =>
  makeMovie({ id, name: `Movie ${id}`, image: poster('movie', id), runtime: 100 }),
);

/** A series in the recorded shape. */
export function makeSeries({ id, name, image, runtime }: TvdbFields): JsonObject {
  return { ...seriesModel, id, name, slug: `series-${id}`, image, averageRuntime: runtime };
}

/** A movie in the recorded shape. */
export function makeMovie({ id, name, image, runtime }: TvdbFields): JsonObject {
  return { ...movieModel, id, name, slug: `movie-${id}`, image, runtime };
}

function catalogue(
  kind: Catalogue['kind'],
  prefix: string,
  makeUp: (id: number) => JsonObject,
): Catalogue {
  // Recorded errors do not have data, so they are left out.
  const recorded = samplesOf(prefix).flatMap((file) => success.safeParse(sample(file)).data ?? []);
  const byId = new Map<number, JsonObject>(recorded.map(({ data }) => [data.id, data]));
  return {
    kind,
    find: (id) => byId.get(id) ?? (id >= 1 && id <= LAST_MADE_UP_ID ? makeUp(id) : null),
    recordedIds: [...byId.keys()],
  };
}

function poster(kind: string, id: number): string {
  return `https://artworks.thetvdb.com/banners/v4/${kind}/${id}/posters/${id}.jpg`;
}
