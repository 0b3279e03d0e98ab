import * as z from 'zod';
import { LONGEST_RUNTIME_SECONDS, LONGEST_TEXT } from '../../settings.ts';
import { parseAnswer, providerError, requireSame } from '../provider-error.ts';
import { TVDB } from './api.ts';
import { absoluteImage } from './image.ts';

/** The metadata of a show, or of a movie with a known runtime. */
export interface TvdbMetadata {
  readonly name: string;
  /** Absolute URL. */
  readonly image: string;
  readonly runtimeSeconds: number;
}

/** The metadata of a movie. The runtime is undefined if TheTVDB does not know it. */
export interface TvdbMovie extends Omit<TvdbMetadata, 'runtimeSeconds'> {
  readonly runtimeSeconds: number | undefined;
}

const minutes = z.number().max(LONGEST_RUNTIME_SECONDS / 60);
const baseRecord = z.object({
  status: z.literal('success'),
  data: z.object({
    id: z.number(),
    name: z.string().max(LONGEST_TEXT).nullish(),
    image: z.string().max(LONGEST_TEXT).nullish(),
    averageRuntime: minutes.nullish(),
    runtime: minutes.nullish(),
  }),
});

/** Reads the base record of a series. Throws a 502 that names what is missing. */
export function readSeries(id: number, json: unknown): TvdbMetadata {
  const { what, averageRuntime, ...metadata } = read('series', id, json);
  return withRuntime({ ...metadata, runtimeSeconds: inSeconds(averageRuntime) }, what);
}

/** Reads the base record of a movie. Throws a 502 that names what is missing, except for the runtime. */
export function readMovie(id: number, json: unknown): TvdbMovie {
  const { name, image, runtime } = read('movie', id, json);
  return { name, image, runtimeSeconds: inSeconds(runtime) };
}

/** Returns a movie whose runtime is known, or throws a 502 that says what to do. */
export const requireRuntime = (movie: TvdbMovie, id: number): TvdbMetadata =>
  withRuntime(movie, `movie ${id}`);

function read(kind: 'series' | 'movie', id: number, json: unknown) {
  const what = `${kind} ${id}`;
  const { data } = parseAnswer(TVDB, what, baseRecord, json);
  requireSame(TVDB, kind, id, data.id);
  const { name, image, averageRuntime, runtime } = data;
  if (!name) throw incomplete(what, 'name');
  if (!image) throw incomplete(what, 'image');
  const url = absoluteImage(image);
  if (url === undefined) throw incomplete(what, 'usable image');
  return { what, name, image: url, averageRuntime, runtime };
}

/** A runtime of 0 means that it is unknown (Sonarr/Sonarr#3468). */
function inSeconds(minutes: number | null | undefined): number | undefined {
  return minutes && minutes > 0 ? Math.round(minutes * 60) : undefined;
}

function withRuntime({ name, image, runtimeSeconds }: TvdbMovie, what: string): TvdbMetadata {
  if (runtimeSeconds === undefined) throw incomplete(what, 'runtime');
  return { name, image, runtimeSeconds };
}

const incomplete = (what: string, field: string) =>
  providerError(TVDB, `has no ${field} for ${what}; add it at thetvdb.com, or use another id`);
