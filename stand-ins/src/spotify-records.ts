import { asObject, type JsonObject, parseJson } from './json.ts';
import { indexFor } from './records.ts';
import { sample } from './samples.ts';

const recordedEpisodeId = '512ojhOuo1ktJprKbVcKyQ';
const recordedShowId = '38bS44xjbVVZ3No3ByF1dJ';
const showCount = 20;

/** The episode of this id: recorded, made up, or null. */
export function episodeRecord(id: string, extendedQuota: boolean): JsonObject | null {
  if (id.startsWith('unknown')) return null;
  const text = sample(
    extendedQuota ? 'spotify/episode_ok.json' : 'spotify/episode_ok_development_mode.json',
  );
  if (id === recordedEpisodeId) return asObject(parseJson(text));
  const showNumber = indexFor(id, showCount) + 1;
  // The ids also stand in addresses and URIs.
  const model = asObject(
    parseJson(
      text.replaceAll(recordedEpisodeId, id).replaceAll(recordedShowId, showId(showNumber)),
    ),
  );
  return {
    ...model,
    name: `Episode ${id}`,
    duration_ms: 1_800_000,
    show: { ...asObject(model.show), name: `Show ${showNumber}` },
  };
}

function showId(number: number): string {
  return `StandInShow${String(number).padStart(11, '0')}`;
}
