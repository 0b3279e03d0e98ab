import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { standInKeys } from '../server/keys.ts';
import { sample } from '../server/samples.ts';
import type { StandIn } from '../server/start-stand-in.ts';
import { startYoutube } from './youtube.ts';

const key = standInKeys.youtube_api_key;
const recordedIds = 'aB3dE5fG7hI,-_9xYz01AbA,Q2w3E4r5T6Y';
const madeUpChannels = Array.from(
  { length: 60 },
  (_, index) => `UCStandInChannel000000${String(index + 1).padStart(2, '0')}`,
);
let youtube: StandIn;

beforeEach(async () => {
  youtube = await startYoutube({
    videos: (id) => (id === 'aB3dE5fG7hX' ? { id, snippet: { title: 'Replaced' } } : undefined),
  });
});

afterEach(() => youtube.close());

function get(resource: string, query: string, init?: RequestInit): Promise<Response> {
  return fetch(`${youtube.url}/youtube/v3/${resource}?${query}`, init);
}

const snippet = z.looseObject({ channelId: z.string().optional() });
const items = z.array(z.looseObject({ id: z.string(), snippet: snippet.optional() })).optional();
const list = z.looseObject({ items });

async function answered(resource: string, query: string) {
  const response = await get(resource, `${query}&key=${key}`);
  return list.parse(await response.json());
}

const idsOf = ({ items }: z.infer<typeof list>) => items?.map(({ id }) => id);
const recorded = (file: string) => list.parse(JSON.parse(sample(`youtube/${file}`)));

describe('videos', () => {
  test('are as recorded, in another order than requested', async () => {
    const answer = await answered('videos', `part=snippet,contentDetails&id=${recordedIds}`);

    expect(answer.items).toEqual(recorded('videos_three.json').items?.toReversed());
    expect(answer.pageInfo).toEqual({ totalResults: 3, resultsPerPage: 3 });
  });

  test('have only the requested parts', async () => {
    const answer = await answered('videos', 'part=contentDetails&id=aB3dE5fG7hI');

    const [video = {}] = answer.items ?? [];
    expect(Object.keys(video).sort()).toEqual(['contentDetails', 'etag', 'id', 'kind']);
  });

  test('can be requested with commas and repeated parameters, and are returned once each', async () => {
    const query = 'part=id&id=aaaaaaaaaaa,bbbbbbbbbbb&id=aaaaaaaaaaa&id=ccccccccccc,';

    const answer = await answered('videos', query);

    expect(idsOf(answer)).toEqual(['ccccccccccc', 'bbbbbbbbbbb', 'aaaaaaaaaaa']);
  });

  test('are left out if they are unknown', async () => {
    const some = await answered('videos', 'part=id&id=unknown0001,aaaaaaaaaaa,short');
    const none = await answered('videos', 'part=id&id=unknown0001');

    expect(idsOf(some)).toEqual(['aaaaaaaaaaa']);
    expect(none.items).toEqual([]);
    expect(none.pageInfo).toEqual({ totalResults: 0, resultsPerPage: 0 });
  });

  test('with other ids are made up and belong to a channel that exists', async () => {
    const answer = await answered('videos', 'part=snippet,contentDetails&id=abcdefghijk');

    const [video] = answer.items ?? [];
    const channelId = video?.snippet?.channelId;
    const channels = await answered('channels', `part=snippet&id=${channelId}`);
    expect(video).toMatchObject({
      snippet: {
        title: 'Video abcdefghijk',
        thumbnails: { default: { url: 'https://i.ytimg.com/vi/abcdefghijk/default.jpg' } },
      },
      contentDetails: { duration: 'PT10M' },
    });
    expect(channelId).toMatch(/^UC[A-Za-z0-9_-]{22}$/);
    expect(channels.items).toMatchObject([
      { id: channelId, snippet: { title: video?.snippet?.channelTitle } },
    ]);
  });

  test('can be live, or a premiere without a duration', async () => {
    const query = 'part=snippet,contentDetails&id=live0000001,premiere001';

    const { items } = await answered('videos', query);

    expect(items).toMatchObject([
      { id: 'premiere001', snippet: { liveBroadcastContent: 'live' } },
      {
        id: 'live0000001',
        snippet: { liveBroadcastContent: 'live' },
        contentDetails: { duration: 'P0D' },
      },
    ]);
    expect(items?.[0]).not.toHaveProperty('contentDetails.duration');
  });

  test('can be replaced by an option', async () => {
    const answer = await answered('videos', 'part=snippet&id=aB3dE5fG7hX');

    expect(answer.items).toEqual([{ id: 'aB3dE5fG7hX', snippet: { title: 'Replaced' } }]);
  });
});

describe('channels', () => {
  test('are as recorded', async () => {
    const answer = await answered('channels', 'part=snippet&id=UCx1Y2z3A4b5C6d7E8f9G0hQ');

    const { items, pageInfo } = recorded('channels_ok.json');
    expect(answer.items).toEqual(items);
    expect(answer.pageInfo).toEqual(pageInfo);
  });

  test('are limited to five unless more are requested', async () => {
    const query = `part=id&id=${madeUpChannels.slice(10).join(',')}`;

    const usual = await answered('channels', query);
    const all = await answered('channels', `${query}&maxResults=50`);

    expect(usual.items).toHaveLength(5);
    expect(usual.pageInfo).toEqual({ totalResults: 50, resultsPerPage: 5 });
    expect(all.items).toHaveLength(50);
  });

  test('without a match are a response without a list', async () => {
    const answer = await answered('channels', 'part=snippet&id=UC0000000000000000000000');

    expect(answer).not.toHaveProperty('items');
    expect(answer.pageInfo).toEqual({ totalResults: 0, resultsPerPage: 5 });
  });

  test('cannot be more than fifty at a time', async () => {
    const response = await get('channels', `part=id&id=UC1&maxResults=51&key=${key}`);

    expect(response.status).toBe(400);
  });
});

describe.each(['videos', 'channels'])('a request for %s', (resource) => {
  const manyIds = Array.from({ length: 51 }, (_, index) => `id=${index + 10_000_000_000}`).join(
    '&',
  );

  test.each([
    ['without a key', 'part=id&id=x', 403, 'error_403_key_missing.json'],
    ['with a wrong key', 'part=id&id=x&key=wrong', 400, 'error_400_key_invalid.json'],
    ['without ids', `part=id&key=${key}`, 400, 'error_400_no_filter.json'],
    ['with an empty id', `part=id&id=&key=${key}`, 400, 'error_400_no_filter.json'],
    ['with 51 ids', `part=id&${manyIds}&key=${key}`, 400, 'error_400_too_many_ids.json'],
  ])('%s is refused', async (_, query, status, file) => {
    const response = await get(resource, query);

    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8');
    expect(await response.text()).toBe(sample(`youtube/${file}`));
  });

  test('without parts is refused', async () => {
    const response = await get(resource, `id=x&key=${key}`);

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: 400, errors: [{ reason: 'required', location: 'part' }] },
    });
  });

  test('can have the key in a header', async () => {
    const response = await get(resource, 'part=id&id=x', { headers: { 'X-Goog-Api-Key': key } });

    expect(response.status).toBe(200);
  });
});
