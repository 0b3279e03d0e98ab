import { byKind, type GroupFigures, type KindId, mediaKinds } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collections, type Entry } from './collections.ts';
import { progressWith } from './testing/samples.ts';

const sources = byKind(({ id }) => ({ page: `https://${id}.example/` }));

/** One entry of a kind, or several, as the dashboard shows them. */
function entriesOf(kind: KindId, ...told: readonly Partial<GroupFigures>[]): readonly Entry[] {
  const groups = told.map((group) => ({
    ...{ id: '81189', name: 'Breaking Bad', artworkUrl: null },
    ...{ watched: kind === 'movie' ? undefined : 1, ...group },
  }));
  const watched = groups.reduce((sum, group) => sum + (group.watched ?? 1), 0);
  const shown = collections(progressWith({ [kind]: { watched, groups } }), sources);
  return shown.find((collection) => collection.kind.id === kind)?.entries ?? [];
}

const everyKind = mediaKinds.map(({ id }) => id);
const kindsOfMany = everyKind.filter((id) => id !== 'movie');

test('kinds come in the order of the contract', () => {
  expect(collections(progressWith(), sources).map(({ kind }) => kind)).toEqual(mediaKinds);
});

test.each(everyKind)('%s has counts of its own', (kind) => {
  const shown = collections(progressWith({ [kind]: { watched: 1, watchedToday: 2 } }), sources);

  for (const { kind: each, watched, watchedToday, entries } of shown) {
    const counts = each.id === kind ? [1, 2] : [0, 0];
    expect([watched, watchedToday, entries]).toEqual([...counts, []]);
  }
});

test.each(kindsOfMany)('an entry of %s says what there is to say', (kind) => {
  const artworkUrl = 'https://a.example/1.jpg';

  const [entry] = entriesOf(kind, { artworkUrl, watched: 10 }, { id: '2', watched: 30 });

  expect(entry).toEqual({
    key: expect.any(String),
    ...{ name: 'Breaking Bad', nameless: false, note: undefined, artworkUrl },
    ...{ link: `https://${kind}.example/81189`, count: 10, share: 0.25 },
  });
});

test('a movie is one, and has no page if its source has none', () => {
  const groups = [{ id: 'up.2009', name: 'Up', artworkUrl: null, watched: undefined }];
  const noPages = byKind(() => ({ page: undefined }));

  const [, movies] = collections(progressWith({ movie: { watched: 1, groups } }), noPages);

  expect(movies?.entries).toEqual([
    {
      key: expect.any(String),
      ...{ name: 'Up', nameless: false, note: 'up.2009', artworkUrl: undefined },
      ...{ link: undefined, count: undefined, share: undefined },
    },
  ]);
});

describe('names', () => {
  test.each<[KindId, Partial<GroupFigures>, string, boolean, string | undefined]>([
    ['episode', { name: null }, 'Show 81189', true, undefined],
    ['episode', { name: ' \u3000' }, 'Show 81189', true, undefined],
    ['episode', { name: '' }, 'Show 81189', true, undefined],
    ['episode', { id: null }, 'Breaking Bad', false, 'Not yet matched with TheTVDB'],
    ['episode', { id: null, name: null }, 'Episodes without a show', true, undefined],
    ['movie', { name: null }, '81189', true, undefined],
    ['movie', { name: ' ' }, '81189', true, undefined],
    ['movie', { name: '81189' }, '81189', false, undefined],
    ['movie', { name: 'Up' }, 'Up', false, '81189'],
    ['youtube_video', { name: null }, 'Channel 81189', true, undefined],
    ['youtube_video', { name: '\t\u00a0\u3000' }, 'Channel 81189', true, undefined],
    ['spotify_episode', { name: null }, 'Podcast 81189', true, undefined],
    ['spotify_episode', { name: ' 進撃 <b>& co</b> ' }, ' 進撃 <b>& co</b> ', false, undefined],
  ])('of %s: %o goes by %j', (kind, told, name, nameless, note) => {
    expect(entriesOf(kind, told)).toMatchObject([{ name, nameless, note }]);
  });
});

describe.each(everyKind)('artwork of %s', (kind) => {
  test.each([
    'https://artworks.thetvdb.com/banners/a.jpg?b=c#d',
    'HTTPS://I.YTIMG.COM/A.JPG',
    'data:image/svg+xml,%3Csvg%3E%3C/svg%3E',
    'data:image/png;base64,AAAA',
  ])('is shown from %s', (artworkUrl) => {
    expect(entriesOf(kind, { artworkUrl })).toMatchObject([{ artworkUrl }]);
  });

  test.each([
    null,
    '',
    'http://artworks.thetvdb.com/a.jpg',
    'ftp://example.com/a.jpg',
    'file:///etc/a.jpg',
    'blob:https://example.com/1',
    'javascript:alert(1)',
    ' javascript:alert(1)//https://example.com',
    'data:text/html,<img src="data:image/png">',
    '//example.com/a.jpg',
    '/a.jpg',
    'a.jpg',
  ])('is not asked for at %j', (artworkUrl) => {
    expect(entriesOf(kind, { artworkUrl })).toMatchObject([{ artworkUrl: undefined }]);
  });
});

test.each([
  ['a/b?c=d#e f', 'a%2Fb%3Fc%3Dd%23e%20f'],
  ['../../login', '..%2F..%2Flogin'],
  ['"><script>', '%22%3E%3Cscript%3E'],
  ['@evil.example', '%40evil.example'],
  ['ü', '%C3%BC'],
  ['100%', '100%25'],
])('the link of the id %s stays on the page of its source', (id, encoded) => {
  const links = everyKind.map((kind) => entriesOf(kind, { id })[0]?.link);

  expect(links).toEqual(everyKind.map((kind) => `https://${kind}.example/${encoded}`));
});

test('a show that TheTVDB has not been asked for has no link', () => {
  expect(entriesOf('episode', { id: null })).toMatchObject([{ link: undefined }]);
});

describe('shares', () => {
  test('of each kind add up to the whole, each between none and all', () => {
    const counts = fc
      .array(fc.nat({ max: 100_000 }), { minLength: 1 })
      .filter((list) => list.some((count) => count > 0));

    fc.assert(
      fc.property(counts, fc.constantFrom(...kindsOfMany), (list, kind) => {
        const entries = entriesOf(kind, ...list.map((watched) => ({ watched })));

        const shares = entries.map(({ share }) => share ?? Number.NaN);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...shares)).toBeLessThanOrEqual(1);
        expect(entries.map(({ count }) => count)).toEqual(list);
      }),
    );
  });

  test.each(kindsOfMany)('of %s are none if nothing was watched', (kind) => {
    const none = { count: 0, share: 0 };

    expect(entriesOf(kind, { watched: 0 }, { watched: 0 })).toMatchObject([none, none]);
  });
});

test.each(everyKind)('entries of %s stay in the order of the tracker', (kind) => {
  const names = ['b', 'C', 'a', '10', '9'];

  const entries = entriesOf(kind, ...names.map((name) => ({ name })));

  expect(entries.map(({ name }) => name)).toEqual(names);
});

test('no two shows are taken for one, whatever their folders are called', () => {
  const folders = ['1', 'show 1', 'folder 1', '', 'null', null];
  const unmatched = folders.map((name) => ({ id: null, name }));

  const entries = entriesOf('episode', { id: '1' }, { id: '2' }, ...unmatched);

  expect(new Set(entries.map(({ key }) => key)).size).toBe(8);
});
