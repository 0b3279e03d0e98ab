import { asList, asObject, type JsonObject, parseJson } from '../../http/json.ts';
import { indexFor } from '../server/catalogue.ts';
import { sample, sampleObject } from '../server/samples.ts';

const recordedVideoId = 'aB3dE5fG7hI';
const recordedVideos = itemsById('youtube/videos_three.json');
const recordedChannels = itemsById('youtube/channels_ok.json');
const madeUpChannels = new Map(Array.from({ length: 60 }, (_, index) => madeUpChannel(index + 1)));

/** The video of this id: recorded, made up, or null. */
export function videoRecord(id: string): JsonObject | null {
  const recorded = recordedVideos.get(id);
  if (recorded !== undefined) return recorded;
  if (!/^[A-Za-z0-9_-]{11}$/.test(id) || id.startsWith('unknown')) return null;
  if (id.startsWith('live')) return withId('youtube/videos_live_p0d.json', id);
  if (id.startsWith('premiere')) return withId('youtube/videos_premiere_no_duration.json', id);
  const channelNumber = indexFor(id, madeUpChannels.size) + 1;
  return makeVideo({
    id,
    title: `Video ${id}`,
    channelId: channelId(channelNumber),
    channelTitle: channelTitle(channelNumber),
    duration: 'PT10M',
  });
}

/** The channel of this id: recorded, made up, or null. */
export function channelRecord(id: string): JsonObject | null {
  return recordedChannels.get(id) ?? madeUpChannels.get(id) ?? null;
}

/** A video in the recorded shape. */
export function makeVideo(fields: {
  readonly id: string;
  readonly title: string;
  readonly channelId: string;
  readonly channelTitle: string;
  /** In ISO 8601, as `PT10M`. */
  readonly duration: string;
}): JsonObject {
  const { id, title, channelId, channelTitle, duration } = fields;
  const model = withId('youtube/videos_one.json', id);
  return {
    ...model,
    snippet: {
      ...asObject(model.snippet),
      channelId,
      channelTitle,
      title,
      description: '',
      localized: { title, description: '' },
    },
    contentDetails: { ...asObject(model.contentDetails), duration },
  };
}

/** A channel in the recorded shape; its artwork is the recorded one unless given, null for none. */
export function makeChannel(fields: {
  readonly id: string;
  readonly title: string;
  readonly handle: string;
  readonly artwork?: string | null;
}): JsonObject {
  const { id, title, handle, artwork } = fields;
  const model = firstItem(sampleObject('youtube/channels_ok.json'));
  const snippet = {
    ...asObject(model.snippet),
    title,
    customUrl: `@${handle}`,
    localized: { title, description: '' },
    ...(artwork !== undefined && { thumbnails: thumbnails(artwork) }),
  };
  return { ...model, id, snippet };
}

function thumbnails(artwork: string | null): JsonObject {
  return artwork === null ? {} : { high: { url: artwork, width: 800, height: 800 } };
}

function madeUpChannel(number: number): [string, JsonObject] {
  const id = channelId(number);
  return [id, makeChannel({ id, title: channelTitle(number), handle: `channel${number}` })];
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
