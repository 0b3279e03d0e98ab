import { byKind, type GroupFigures, type KindId, mediaKinds } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collections, type Entry } from './collections.ts';
import { progressWith } from './testing/samples.ts';

const pages = byKind(({ id }) => ({ page: `https://${id}.example/` }));

/** The dashboard's entries of a kind. Missing fields get defaults. */
function entriesOf(kind: KindId, ...given: readonly Partial<GroupFigures>[]): readonly Entry[] {
  const groups = given.map((group) => ({
    ...{ id: '81189', name: 'Breaking Bad', artworkUrl: null },
    ...{ watched: kind === 'movie' ? undefined : 1, ...group },
  }));
  const watched = groups.reduce((sum, group) => sum + (group.watched ?? 1), 0);
  const shown = collections(progressWith({ [kind]: { watched, groups } }), pages);
  return shown.find((collection) => collection.kind.id === kind)?.entries ?? [];
}

const everyKind = mediaKinds.map(({ id }) => id);
const groupedKinds = everyKind.filter((id) => id !== 'movie');

test('kinds are in the order of the contract', () => {
  expect(collections(progressWith(), pages).map(({ kind }) => kind)).toEqual(mediaKinds);
});

test.each(everyKind)('%s has its own counts', (kind) => {
  const shown = collections(progressWith({ [kind]: { watched: 1, watchedToday: 2 } }), pages);

  for (const { kind: each, watched, watchedToday, entries } of shown) {
    const counts = each.id === kind ? [1, 2] : [0, 0];
    expect([watched, watchedToday, entries]).toEqual([...counts, []]);
  }
});

test.each(groupedKinds)('an entry of %s has name, artwork, link, count and share', (kind) => {
  const artworkUrl = 'https://a.example/1.jpg';

  const [entry] = entriesOf(kind, { artworkUrl, watched: 10 }, { id: '2', watched: 30 });

  expect(entry).toEqual({
    key: expect.any(String),
    ...{ name: 'Breaking Bad', nameless: false, note: undefined, artworkUrl },
    ...{ link: `https://${kind}.example/81189`, count: 10, share: 0.25 },
  });
});

test('a movie does not have a count or share, or a link if its provider does not have a page for it', () => {
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
  ])('of %s: %o is called %j', (kind, given, name, nameless, note) => {
    expect(entriesOf(kind, given)).toMatchObject([{ name, nameless, note }]);
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
  ])('is not loaded from %j', (artworkUrl) => {
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
])('the id %s cannot lead the link elsewhere', (id, encoded) => {
  const links = everyKind.map((kind) => entriesOf(kind, { id })[0]?.link);

  expect(links).toEqual(everyKind.map((kind) => `https://${kind}.example/${encoded}`));
});

test('a show that is not matched with TheTVDB does not have a link', () => {
  expect(entriesOf('episode', { id: null })).toMatchObject([{ link: undefined }]);
});

describe('shares', () => {
  test('of each kind are between 0 and 1, and add up to 1', () => {
    const counts = fc
      .array(fc.nat({ max: 100_000 }), { minLength: 1 })
      .filter((list) => list.some((count) => count > 0));

    fc.assert(
      fc.property(counts, fc.constantFrom(...groupedKinds), (list, kind) => {
        const entries = entriesOf(kind, ...list.map((watched) => ({ watched })));

        const shares = entries.map(({ share }) => share ?? Number.NaN);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...shares)).toBeLessThanOrEqual(1);
        expect(entries.map(({ count }) => count)).toEqual(list);
      }),
    );
  });

  test.each(groupedKinds)('of %s are 0 if nothing was watched', (kind) => {
    const none = { count: 0, share: 0 };

    expect(entriesOf(kind, { watched: 0 }, { watched: 0 })).toMatchObject([none, none]);
  });
});

test.each(everyKind)('entries of %s stay in the tracker’s order', (kind) => {
  const names = ['b', 'C', 'a', '10', '9'];

  const entries = entriesOf(kind, ...names.map((name) => ({ name })));

  expect(entries.map(({ name }) => name)).toEqual(names);
});

test('every show has its own key, whatever its folder is called', () => {
  const folders = ['1', 'show 1', 'folder 1', '', 'null', null];
  const unmatched = folders.map((name) => ({ id: null, name }));

  const entries = entriesOf('episode', { id: '1' }, { id: '2' }, ...unmatched);

  expect(new Set(entries.map(({ key }) => key)).size).toBe(8);
});
