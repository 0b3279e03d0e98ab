import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';
import { indexFor } from '../server/catalogue.ts';
import type { JsonObject } from '../server/provider-description.ts';
import { sample } from '../server/samples.ts';

const item = z.looseObject({
  id: z.string(),
  snippet: z.looseObject({}),
  contentDetails: z.looseObject({}).optional(),
});
const list = jsonText(z.object({ items: z.tuple([item], item) }));

const recordedVideoId = 'aB3dE5fG7hI';
const recordedVideos = byId(list.parse(sample('youtube/videos_three.json')).items);
const recordedChannels = list.parse(sample('youtube/channels_ok.json')).items;
const channelCount = 60;
const channels = byId([
  ...Array.from({ length: channelCount }, (_, index) => {
    const { channelId: id, channelTitle: title } = madeUpChannel(index + 1);
    return makeChannel({ id, title, handle: `channel${index + 1}` });
  }),
  ...recordedChannels,
]);

/** The recorded or made-up video of an id, or null. */
export function findVideo(id: string): JsonObject | null {
  const recorded = recordedVideos.get(id);
  if (recorded !== undefined) return recorded;
  if (!/^[A-Za-z0-9_-]{11}$/.test(id) || id.startsWith('unknown')) return null;
  if (id.startsWith('live')) return withId('youtube/videos_live_p0d.json', id);
  if (id.startsWith('premiere')) return withId('youtube/videos_premiere_no_duration.json', id);
  const channel = madeUpChannel(indexFor(id, channelCount) + 1);
  return makeVideo({ id, title: `Video ${id}`, ...channel, duration: 'PT10M' });
}

/** The recorded or made-up channel of an id, or null. */
export function findChannel(id: string): JsonObject | null {
  return channels.get(id) ?? null;
}

/** A video in the recorded shape. */
export function makeVideo(fields: {
  readonly id: string;
  readonly title: string;
  readonly channelId: string;
  readonly channelTitle: string;
  /** In ISO 8601, such as `PT10M`. */
  readonly duration: string;
}): JsonObject {
  const { id, title, channelId, channelTitle, duration } = fields;
  const model = withId('youtube/videos_one.json', id);
  const texts = { title, description: '' };
  return {
    ...model,
    snippet: { ...model.snippet, channelId, channelTitle, ...texts, localized: texts },
    contentDetails: { ...model.contentDetails, duration },
  };
}

/** A channel in the recorded shape. Its artwork is the recorded one by default; null leaves it out. */
export function makeChannel(fields: {
  readonly id: string;
  readonly title: string;
  readonly handle: string;
  readonly artwork?: string | null;
}) {
  const { id, title, handle, artwork } = fields;
  const [model] = recordedChannels;
  const thumbnails = artwork === null ? {} : { high: { url: artwork, width: 800, height: 800 } };
  const snippet = {
    ...model.snippet,
    title,
    customUrl: `@${handle}`,
    localized: { title, description: '' },
    ...(artwork !== undefined && { thumbnails }),
  };
  return { ...model, id, snippet };
}

function madeUpChannel(number: number) {
  const channelId = `UCStandInChannel${String(number).padStart(8, '0')}`;
  return { channelId, channelTitle: `Channel ${number}` };
}

// The id is also part of the thumbnails' URLs.
function withId(file: string, id: string) {
  return list.parse(sample(file).replaceAll(recordedVideoId, id)).items[0];
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]) {
  return new Map(items.map((one) => [one.id, one]));
}
