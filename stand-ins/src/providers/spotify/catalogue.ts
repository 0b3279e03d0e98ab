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
const showCount = 20;

/** The recorded or made-up episode of an id, or null. */
export function findEpisode(id: string): JsonObject | null {
  if (id.startsWith('unknown')) return null;
  if (id === recordedEpisodeId) return episode.parse(recorded);
  const number = indexFor(id, showCount) + 1;
  const show = { id: `StandInShow${String(number).padStart(11, '0')}`, name: `Show ${number}` };
  return makeEpisode({ id, name: `Episode ${id}`, milliseconds: 1_800_000, show });
}

/**
 * An episode and its podcast, in the recorded shape. The artwork is the recorded one by default; null leaves it out.
 */
export function makeEpisode(fields: {
  readonly id: string;
  readonly name: string;
  readonly milliseconds: number;
  readonly show: { readonly id: string; readonly name: string; readonly artwork?: string | null };
}): JsonObject {
  const { id, name, milliseconds, show } = fields;
  // The ids are also part of URLs and URIs.
  const model = episode.parse(
    recorded.replaceAll(recordedEpisodeId, id).replaceAll(recordedShowId, show.id),
  );
  const images = show.artwork === null ? [] : [{ url: show.artwork, height: 640, width: 640 }];
  return {
    ...model,
    name,
    duration_ms: milliseconds,
    show: { ...model.show, name: show.name, ...(show.artwork !== undefined && { images }) },
  };
}
