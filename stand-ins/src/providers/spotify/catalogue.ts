import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';
import { indexFor } from '../server/catalogue.ts';
import type { JsonObject } from '../server/provider-description.ts';
import { sample } from '../server/samples.ts';

const recordedEpisodeId = '512ojhOuo1ktJprKbVcKyQ';
export const recordedShowId = '38bS44xjbVVZ3No3ByF1dJ';
/** As apps in development mode get it. */
const recorded = sample('spotify/episode_ok_development_mode.json');
const episode = jsonText(z.looseObject({ show: z.looseObject({}) }));
const withShow = z.looseObject({ show: z.looseObject({ id: z.string() }) });
const showCount = 20;

/** The list of each made-up show has an episode a week, oldest first. */
const LISTED = 60;
const OLDEST = Date.UTC(2025, 5, 7);
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const LISTED_ID = /^Show([0-9]{2})Episode([0-9]{3})000000$/;

/** The recorded or made-up episode of an id, or null. */
export function findEpisode(id: string): JsonObject | null {
  if (id.startsWith('unknown')) return null;
  if (id === recordedEpisodeId) return episode.parse(recorded);
  const [, listedIn, index] = LISTED_ID.exec(id) ?? [];
  const released = index && new Date(OLDEST + (Number(index) - 1) * WEEK_MS).toISOString();
  const number = listedIn ? Number(listedIn) : indexFor(id, showCount) + 1;
  return makeEpisode({
    ...{ id, name: `Episode ${id}`, milliseconds: 1_800_000 },
    ...(released && { released: released.slice(0, '2026-03-14'.length) }),
    show: { id: showId(number), name: `Show ${number}` },
  });
}

/** The made-up list of a made-up show, newest first. Empty for any other show. */
export function listedEpisodes(id: string): JsonObject[] {
  const number = Number(/^StandInShow([0-9]{11})$/.exec(id)?.[1] ?? 0);
  if (number < 1 || number > showCount) return [];
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const ids = Array.from({ length: LISTED }, (_, at) => {
    return `Show${pad(number, 2)}Episode${pad(LISTED - at, 3)}000000`;
  });
  return ids.map(findEpisode).filter((found) => found !== null);
}

const showId = (number: number) => `StandInShow${String(number).padStart(11, '0')}`;

/** The id of the show that an episode belongs to. */
export const showIdOf = (entry: JsonObject): string | undefined =>
  withShow.safeParse(entry).data?.show.id;

/**
 * An episode and its podcast, in the recorded shape. The artwork is the recorded one by default; null leaves it out.
 */
export function makeEpisode(fields: {
  readonly id: string;
  readonly name: string;
  readonly milliseconds: number;
  /** A date such as `2026-03-14`, which is the default. */
  readonly released?: string;
  readonly show: { readonly id: string; readonly name: string; readonly artwork?: string | null };
}): JsonObject {
  const { id, name, milliseconds, released, show } = fields;
  // The ids are also part of URLs and URIs.
  const model = episode.parse(
    recorded.replaceAll(recordedEpisodeId, id).replaceAll(recordedShowId, show.id),
  );
  const images = show.artwork === null ? [] : [{ url: show.artwork, height: 640, width: 640 }];
  return {
    ...model,
    name,
    duration_ms: milliseconds,
    ...(released && { release_date: released }),
    show: { ...model.show, name: show.name, ...(show.artwork !== undefined && { images }) },
  };
}
