import type { TvdbKind } from '@immersion-tracker/contract';
import * as z from 'zod';
import { LONGEST_TEXT } from '../../settings.ts';
import { absoluteImage } from './image.ts';

/** A series or movie, as a search shows it. */
export interface TvdbResult {
  readonly tvdbId: number;
  /** In English if TheTVDB has that, else as in the original. */
  readonly name: string;
  readonly originalName: string;
  /** When it was first shown. */
  readonly year: number | null;
  /** Absolute URL. */
  readonly image: string | null;
  /** In English if TheTVDB has that, else as in the original. */
  readonly overview: string | null;
}

/** A text that can be missing. One that is too long, or is not a text, counts as missing. */
const text = z.string().max(LONGEST_TEXT).nullish().catch(undefined);
const texts = z.record(z.string(), z.unknown()).nullish().catch(undefined);

/** Longer slugs are not shown in messages. */
const LONGEST_SLUG = 500;

const id = z.number().int().positive();
const found = z.object({
  /** A number in a string. */
  tvdb_id: z.string().regex(/^\d+$/).transform(Number).pipe(id),
  type: text,
  name: text,
  overview: text,
  image_url: text,
  year: text,
  first_air_time: text,
  primary_language: text,
  /** By language. */
  translations: texts,
  overviews: texts,
});
const record = z.object({
  data: z.object({
    id,
    slug: z.string().max(LONGEST_SLUG).nullish().catch(undefined),
    name: text,
    /** Not documented, but sent. */
    overview: text,
    image: text,
    year: text,
    firstAired: text,
  }),
});
const translation = z.object({ data: z.object({ name: text, overview: text }) });

/** Reads one result of a search. Undefined if it lacks an id or a name, or is of another kind. */
export function readFound(kind: TvdbKind, json: unknown): TvdbResult | undefined {
  const { data } = found.safeParse(json);
  if (data === undefined || (data.type && data.type !== kind)) return undefined;
  const { translations, overviews, primary_language } = data;
  const language = primary_language ?? '';
  return result({
    id: data.tvdb_id,
    // A name can be empty although there are translations (thetvdb/v4-api#280).
    names: { eng: translations?.eng, original: data.name || translations?.[language] },
    overviews: { eng: overviews?.eng, original: data.overview || overviews?.[language] },
    image: data.image_url,
    years: [data.year, data.first_air_time],
  });
}

/** Which record it is. */
export interface Reference {
  readonly id: number;
  readonly slug?: string | null | undefined;
}

/** Which record a base record is. Undefined if it lacks an id. */
export const referenceOf = (json: unknown): Reference | undefined =>
  record.safeParse(json).data?.data;

/**
 * Reads a base record and its English translation, if there is one. Undefined if it lacks an id or a
 * name.
 */
export function readRecord(json: unknown, english: unknown): TvdbResult | undefined {
  const { data } = record.safeParse(json).data ?? {};
  if (data === undefined) return undefined;
  const translated = translation.safeParse(english).data?.data;
  return result({
    id: data.id,
    names: { eng: translated?.name, original: data.name },
    overviews: { eng: translated?.overview, original: data.overview },
    image: data.image,
    years: [data.year, data.firstAired],
  });
}

interface Translated {
  readonly eng: unknown;
  readonly original: unknown;
}

function result(fields: {
  readonly id: number;
  readonly names: Translated;
  readonly overviews: Translated;
  readonly image: string | null | undefined;
  /** Years or dates. The first one that is known counts. */
  readonly years: readonly (string | null | undefined)[];
}): TvdbResult | undefined {
  const { names, overviews } = fields;
  const [english, original] = [filled(names.eng), filled(names.original)];
  const name = english ?? original;
  if (name === undefined) return undefined;
  return {
    tvdbId: fields.id,
    name,
    originalName: original ?? name,
    year: fields.years.map(yearIn).find((year) => year !== null) ?? null,
    image: artwork(fields.image),
    overview: filled(overviews.eng) ?? filled(overviews.original) ?? null,
  };
}

function filled(value: unknown): string | undefined {
  const { data } = text.safeParse(value);
  return data?.trim() ? data : undefined;
}

function yearIn(text: string | null | undefined): number | null {
  return Number(/^\d{4}(?!\d)/.exec(text ?? '')?.[0]) || null;
}

function artwork(image: string | null | undefined): string | null {
  // A grey poster that says that there is none.
  if (!image || image.includes('/banners/images/missing/')) return null;
  return absoluteImage(image) ?? null;
}
