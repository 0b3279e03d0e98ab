import { asList, asObject, type JsonObject, parseJson } from './json.ts';
import { indexFor } from './records.ts';
import { sample, sampleObject } from './samples.ts';

const recordedVideoId = 'aB3dE5fG7hI';
const recordedVideos = itemsById('youtube/videos_three.json');
const recordedChannels = itemsById('youtube/channels_ok.json');
const madeUpChannels = new Map(Array.from({ length: 60 }, (_, index) => channel(index + 1)));

/** The video of this id: recorded, made up, or null. */
export function videoRecord(id: string): JsonObject | null {
  const recorded = recordedVideos.get(id);
  if (recorded !== undefined) return recorded;
  if (!/^[A-Za-z0-9_-]{11}$/.test(id) || id.startsWith('unknown')) return null;
  if (id.startsWith('live')) return withId('youtube/videos_live_p0d.json', id);
  if (id.startsWith('premiere')) return withId('youtube/videos_premiere_no_duration.json', id);
  const model = withId('youtube/videos_one.json', id);
  const title = `Video ${id}`;
  const channelNumber = indexFor(id, madeUpChannels.size) + 1;
  return {
    ...model,
    snippet: {
      ...asObject(model.snippet),
      channelId: channelId(channelNumber),
      channelTitle: channelTitle(channelNumber),
      title,
      description: '',
      localized: { title, description: '' },
    },
    contentDetails: { ...asObject(model.contentDetails), duration: 'PT10M' },
  };
}

/** The channel of this id: recorded, made up, or null. */
export function channelRecord(id: string): JsonObject | null {
  return recordedChannels.get(id) ?? madeUpChannels.get(id) ?? null;
}

function channel(number: number): [string, JsonObject] {
  const id = channelId(number);
  const model = firstItem(sampleObject('youtube/channels_ok.json'));
  const title = channelTitle(number);
  const snippet = {
    ...asObject(model.snippet),
    title,
    customUrl: `@channel${number}`,
    localized: { title, description: '' },
  };
  return [id, { ...model, id, snippet }];
}

function channelId(number: number): string {
  return `UCStandInChannel${String(number).padStart(8, '0')}`;
}

function channelTitle(number: number): string {
  return `Channel ${number}`;
}

// The id also stands in the thumbnails' addresses.
function withId(file: string, id: string): JsonObject {
  return firstItem(asObject(parseJson(sample(file).replaceAll(recordedVideoId, id))));
}

function firstItem(list: JsonObject): JsonObject {
  return asObject(asList(list.items)[0]);
}

function itemsById(file: string): ReadonlyMap<string, JsonObject> {
  const items = asList(sampleObject(file).items).map(asObject);
  return new Map(items.map((item) => [String(item.id), item]));
}
