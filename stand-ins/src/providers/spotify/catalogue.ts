import { asObject, type JsonObject, parseJson } from '../../http/json.ts';
import { indexFor } from '../server/catalogue.ts';
import { sample } from '../server/samples.ts';

const recordedEpisodeId = '512ojhOuo1ktJprKbVcKyQ';
const recordedShowId = '38bS44xjbVVZ3No3ByF1dJ';
const showCount = 20;

/** The episode of this id: recorded, made up, or null. */
export function episodeRecord(id: string, extendedQuota: boolean): JsonObject | null {
  if (id.startsWith('unknown')) return null;
  if (id === recordedEpisodeId) return asObject(parseJson(recorded(extendedQuota)));
  const showNumber = indexFor(id, showCount) + 1;
  const fields = {
    id,
    name: `Episode ${id}`,
    milliseconds: 1_800_000,
    show: { id: showId(showNumber), name: `Show ${showNumber}` },
  };
  return makeEpisode(fields, extendedQuota);
}

/**
 * An episode with its show in the recorded shape. The show's artwork is the recorded one unless
 * given, null for none.
 */
export function makeEpisode(
  fields: {
    readonly id: string;
    readonly name: string;
    readonly milliseconds: number;
    readonly show: { readonly id: string; readonly name: string; readonly artwork?: string | null };
  },
  extendedQuota = false,
): JsonObject {
  const { id, name, milliseconds, show } = fields;
  // The ids also stand in addresses and URIs.
  const text = recorded(extendedQuota)
    .replaceAll(recordedEpisodeId, id)
    .replaceAll(recordedShowId, show.id);
  const model = asObject(parseJson(text));
  return {
    ...model,
    name,
    duration_ms: milliseconds,
    show: {
      ...asObject(model.show),
      name: show.name,
      ...(show.artwork !== undefined && { images: images(show.artwork) }),
    },
  };
}

function images(artwork: string | null): JsonObject[] {
  return artwork === null ? [] : [{ url: artwork, height: 640, width: 640 }];
}

function recorded(extendedQuota: boolean): string {
  return sample(
    extendedQuota ? 'spotify/episode_ok.json' : 'spotify/episode_ok_development_mode.json',
  );
}

function showId(number: number): string {
  return `StandInShow${String(number).padStart(11, '0')}`;
}
