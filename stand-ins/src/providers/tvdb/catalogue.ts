import { asObject, isObject, type JsonObject } from '../../http/json.ts';
import { sampleFiles, sampleObject } from '../server/samples.ts';

const lastMadeUpId = 899_999;
const recordedSeries = recordsById('tvdb/series_');
const recordedMovies = recordsById('tvdb/movie_');
const seriesModel = asObject(sampleObject('tvdb/series_null_runtime.json').data);
const movieModel = asObject(sampleObject('tvdb/movie_null_image.json').data);

/** What tells one series, or one film, from another. */
interface TvdbFields {
  readonly id: number;
  readonly name: string;
  readonly image: string;
  /** In minutes. */
  readonly runtime: number;
}

/** The series of this id: recorded, made up, or null. */
export function seriesRecord(id: number): JsonObject | null {
  const recorded = recordedSeries.get(id);
  if (recorded !== undefined) return recorded;
  if (!isMadeUp(id)) return null;
  return makeSeries({
    id,
    name: `Series ${id}`,
    image: `https://artworks.thetvdb.com/banners/v4/series/${id}/posters/${id}.jpg`,
    runtime: 24,
  });
}

/** The film of this id: recorded, made up, or null. */
export function movieRecord(id: number): JsonObject | null {
  const recorded = recordedMovies.get(id);
  if (recorded !== undefined) return recorded;
  if (!isMadeUp(id)) return null;
  return makeMovie({
    id,
    name: `Movie ${id}`,
    image: `https://artworks.thetvdb.com/banners/v4/movie/${id}/posters/${id}.jpg`,
    runtime: 100,
  });
}

/** A series in the recorded shape. */
export function makeSeries({ id, name, image, runtime }: TvdbFields): JsonObject {
  return { ...seriesModel, id, name, slug: `series-${id}`, image, averageRuntime: runtime };
}

/** A film in the recorded shape. */
export function makeMovie({ id, name, image, runtime }: TvdbFields): JsonObject {
  return { ...movieModel, id, name, slug: `movie-${id}`, image, runtime };
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
