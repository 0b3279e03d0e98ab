import { asObject, isObject, type JsonObject } from './json.ts';
import { sampleFiles, sampleObject } from './samples.ts';

const lastMadeUpId = 899_999;
const recordedSeries = recordsById('tvdb/series_');
const recordedMovies = recordsById('tvdb/movie_');
const seriesModel = asObject(sampleObject('tvdb/series_null_runtime.json').data);
const movieModel = asObject(sampleObject('tvdb/movie_null_image.json').data);

/** The series of this id: recorded, made up, or null. */
export function seriesRecord(id: number): JsonObject | null {
  const recorded = recordedSeries.get(id);
  if (recorded !== undefined) return recorded;
  if (!isMadeUp(id)) return null;
  return {
    ...seriesModel,
    id,
    name: `Series ${id}`,
    slug: `series-${id}`,
    image: `https://artworks.thetvdb.com/banners/v4/series/${id}/posters/${id}.jpg`,
    averageRuntime: 24,
  };
}

/** The film of this id: recorded, made up, or null. */
export function movieRecord(id: number): JsonObject | null {
  const recorded = recordedMovies.get(id);
  if (recorded !== undefined) return recorded;
  if (!isMadeUp(id)) return null;
  return {
    ...movieModel,
    id,
    name: `Movie ${id}`,
    slug: `movie-${id}`,
    image: `https://artworks.thetvdb.com/banners/v4/movie/${id}/posters/${id}.jpg`,
    runtime: 100,
  };
}

function isMadeUp(id: number): boolean {
  return id >= 1 && id <= lastMadeUpId;
}

// Error samples hold no record and drop out.
function recordsById(prefix: string): ReadonlyMap<number, JsonObject> {
  const records = new Map<number, JsonObject>();
  for (const file of sampleFiles('tvdb').filter((name) => name.startsWith(prefix))) {
    const { data } = sampleObject(file);
    if (isObject(data) && typeof data.id === 'number') records.set(data.id, data);
  }
  return records;
}
