import { standInKeys } from '@immersion-tracker/stand-ins';
import { beforeEach, describe, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../../kernel/testing/fakes.ts';
import { startYoutubeTest, type YoutubeTest } from './testing/start-youtube-test.ts';

const artworkUrl = 'https://yt3.ggpht.com/ytc/EXAMPLE=s800-c-k-c0x00ffffff-no-rj';
const example = 'UCx1Y2z3A4b5C6d7E8f9G0hQ';
const sixty = Array.from(
  { length: 60 },
  (_, index) => `UCStandInChannel${String(index + 1).padStart(8, '0')}`,
);
let on: YoutubeTest;

beforeEach(async () => {
  on = await startYoutubeTest();
});

/** Makes the stand-in answer the next request with a channel that has these thumbnails. */
function give(thumbnails: object | null): void {
  const items = [{ id: example, snippet: { title: 'Example Channel', thumbnails } }];
  on.youtube.inject({ kind: 'answer', status: 200, body: JSON.stringify({ items }) });
}

/** The artwork of the channel in the next response. */
async function artwork(): Promise<string | undefined> {
  const channel = (await on.client.groups([example], wholeDeadline())).get(example);
  expect(channel?.name).toBe('Example Channel');
  return channel?.artworkUrl;
}

describe('channels', () => {
  test('are returned by id, with title and artwork', async () => {
    const channels = await on.client.groups([example, 'UCStandInChannel00000007'], wholeDeadline());

    expect(Object.fromEntries(channels)).toEqual({
      [example]: { name: 'Example Channel', artworkUrl },
      UCStandInChannel00000007: { name: 'Channel 7', artworkUrl },
    });
  });

  test('that YouTube does not know are absent', async () => {
    const ids = ['UC0000000000000000000000', 'UCStandInChannel00000007'];

    const channels = await on.client.groups(ids, wholeDeadline());

    expect([...channels.keys()]).toEqual(['UCStandInChannel00000007']);
  });

  test('can all be unknown, in a response without a list', async () => {
    const channels = await on.client.groups(['UC0000000000000000000000'], wholeDeadline());

    expect(channels).toEqual(new Map());
    expect(on.asked()).toEqual([['UC0000000000000000000000']]);
  });
});

describe('the artwork of a channel', () => {
  const all = { high: { url: 'h' }, medium: { url: 'm' }, default: { url: 'd' } };

  test.each([
    ['the high one', all, 'h'],
    ['else the medium one', { medium: { url: 'm' }, default: { url: 'd' } }, 'm'],
    ['else the default one', { default: { url: 'd' }, standard: { url: 's' } }, 'd'],
    ['the first one that has a URL', { ...all, high: { width: 800 } }, 'm'],
    ['undefined without thumbnails', {}, undefined],
    ['undefined if they are null', null, undefined],
  ])('is %s', async (_, thumbnails, url) => {
    give(thumbnails);

    const found = await artwork();

    expect(found).toBe(url);
  });

  test.each([
    ['channels_ok.json', artworkUrl],
    ['channels_default_only.json', 'https://yt3.ggpht.com/ytc/EXAMPLE=s88-c-k-c0x00ffffff-no-rj'],
    ['channels_empty_thumbnails.json', undefined],
  ])('in %s is %s', async (name, url) => {
    on.youtube.inject({ kind: 'sample', file: `youtube/${name}`, status: 200 });

    const found = await artwork();

    expect(found).toBe(url);
  });
});

describe('requests for channels', () => {
  test('ask for as many results as they have ids', async () => {
    const ids = sixty.slice(0, 6);

    const channels = await on.client.groups(ids, wholeDeadline());

    expect(Object.fromEntries(on.youtube.requests[0]?.query ?? [])).toEqual({
      part: 'snippet',
      id: ids.join(','),
      key: standInKeys.youtube_api_key,
      maxResults: '50',
    });
    expect([...channels.keys()].sort()).toEqual(ids);
  });

  test('have up to fifty ids each', async () => {
    const channels = await on.client.groups(sixty, wholeDeadline());

    const sizes = on.asked().map(({ length }) => length);
    expect(sizes.sort()).toEqual([10, 50]);
    expect(channels.size).toBe(60);
  });

  test('are not sent without ids', async () => {
    const channels = await on.client.groups([], wholeDeadline());

    expect(channels).toEqual(new Map());
    expect(on.youtube.requests).toEqual([]);
  });
});

test('a channel that was not asked for is an error', async () => {
  const items = [{ id: 'UCanother', snippet: { title: 'Another' } }];
  on.youtube.inject({ kind: 'answer', status: 200, body: JSON.stringify({ items }) });

  expect((await failureOf(on.client.groups([example], wholeDeadline()))).message).toBe(
    'YouTube sent UCanother, which is not among the channels asked for.',
  );
});

test.each([
  ['items[0].snippet.title', { items: [{ id: 'a', snippet: {} }] }],
  ['items', { items: {} }],
  ['items has more than 50', { items: Array(51).fill({}) }],
  ['items[0].id', { items: [{ id: 'a b', snippet: { title: 'a' } }] }],
  ['body', null],
])('a response of another shape is an error that names the path (%s)', async (where, answer) => {
  on.youtube.inject({ kind: 'answer', status: 200, body: JSON.stringify(answer) });

  const failure = await failureOf(on.client.groups([example], wholeDeadline()));

  expect(failure.body()).toEqual({
    code: 'provider_error',
    message: `YouTube sent a list of channels in an undocumented format: ${where}.`,
  });
});
