import { endpoints, movie as movieKind, type ResponseOf } from '@immersion-tracker/contract';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Learner, useLearners, useOwnTracker } from '../testing/learners/learners.ts';
import { axe } from './testing/axe.ts';
import { DAY, learnerWith, movie, show, twentyMonths } from './testing/history.ts';
import { phone, signIn, useVisits } from './testing/visit.ts';
import { lengthOf, plain } from './testing/words.ts';

type Entry = ResponseOf<typeof endpoints.getLibrary>['library'][number];

const visits = useVisits();
const learners = useLearners();
const { tracker } = learners;

/** The TheTVDB ids of a learner's shows, in the order of their folders. */
const idsOf = async ({ shows }: Learner) => (await shows()).map(({ tvdb_id }) => tvdb_id);

const libraryOf = async ({ api }: Learner) => (await api.send(endpoints.getLibrary, {})).library;

const matchAs = ({ api }: Learner, folder_name: string, tvdb_id: number) =>
  api.send(endpoints.updateShow, { folder_name, tvdb_id });

/** The dashboard of a learner, at a hash. */
async function open(
  { user }: Learner,
  hash: string,
  options?: BrowserContextOptions,
): Promise<Page> {
  const context = await visits.newcomer(options);
  await context.route(/artwork\.example|artworks\.thetvdb/, (route) => route.abort());
  return signIn(context, `${tracker.url}/${hash}`, user);
}

/** The name, lines and link of every tile. */
async function tilesOf(page: Page): Promise<readonly (readonly string[])[]> {
  const tiles = await page.locator('.entries li').evaluateAll((all) =>
    all.map((tile) => {
      const link = tile.querySelector('a');
      const lines = [...tile.querySelectorAll('p')].map(({ textContent }) => textContent);
      return [link?.textContent ?? '', link?.getAttribute('href') ?? '', ...lines];
    }),
  );
  return tiles.map((texts) => texts.map((text) => plain(text)));
}

/** What the tile of an entry should say; `noun` is that of its records. */
function expectedTile(entry: Entry, place: string, noun: string): string[] {
  const { group_id: id, kind, records, seconds, guessed_seconds } = entry;
  const date = new Date(entry.last_watched_at * 1000).toLocaleDateString('en-NZ', {
    ...{ timeZone: 'Pacific/Auckland', day: 'numeric', month: 'long', year: 'numeric' },
  });
  const about = guessed_seconds > 0 ? 'about ' : '';
  const figures = `${about}${lengthOf(seconds)} · ${records} ${noun}${records === 1 ? '' : 's'}`;
  const each = `${lengthOf(seconds / records)}${records === 2 ? ', twice' : ''}`;
  const one = kind === 'youtube_video' ? 'Channel' : 'Podcast';
  return [
    entry.name ?? `${one} ${id}`,
    `#${place}/${encodeURIComponent(id)}`,
    ...(kind === 'movie' ? [date, each] : [figures]),
    ...(id.startsWith('SHOW#') ? ['Not yet matched'] : []),
  ];
}

test('everything in the library is on its pages with its figures, in each order', async () => {
  const learner = learnerWith(learners, twentyMonths());
  await learner.api.send(endpoints.rewatch, { ids: ['MOVIE#movie-3'] });
  const library = await libraryOf(learner);
  const history = await learner.api.send(endpoints.getHistory, undefined);
  const page = await open(learner, '#shows');
  const kinds = [
    ['episode', 'Shows', 'shows', 'episode'],
    ['movie', 'Movies', 'movies', 'movie'],
    ['youtube_video', 'YouTube', 'channels', 'video'],
    ['spotify_episode', 'Podcasts', 'podcasts', 'episode'],
  ] as const;

  for (const [kind, title, place, noun] of kinds) {
    const entries = library.filter((entry) => entry.kind === kind);
    const tab = page.getByRole('navigation', { name: 'Media' }).getByRole('link', { name: title });
    await tab.click();
    await page.getByPlaceholder(`Search ${entries.length} ${place}`).waitFor();
    const seconds = history.days.reduce((sum, day) => sum + day[`${kind}_seconds`], 0);
    expect(plain(await tab.textContent())).toBe(`${title} ${lengthOf(seconds)}`);
    const expected = entries.map((entry) => expectedTile(entry, place, noun));
    const byHours = entries.map((entry) => entry.seconds).toSorted((a, b) => b - a);
    const secondsOf = new Map(
      entries.map((entry) => [expectedTile(entry, place, noun)[1], entry.seconds]),
    );

    // GET /library has the latest first.
    await page.getByText('Last watched', { exact: true }).click();
    const byLast = await tilesOf(page);
    await page.getByText('Name', { exact: true }).click();
    const byName = await tilesOf(page);
    await page.getByText('Hours', { exact: true }).click();
    const sorted = await tilesOf(page);

    expect(byLast.toSorted()).toStrictEqual(expected.toSorted());
    const times = new Map(entries.map((entry, index) => [expected[index]?.[1], entry]));
    const lastOf = (tiles: typeof byLast) =>
      tiles.map(([, link]) => times.get(link)?.last_watched_at);
    expect(lastOf(byLast)).toStrictEqual(entries.map((entry) => entry.last_watched_at));
    expect(sorted.map(([, link]) => secondsOf.get(link))).toStrictEqual(byHours);
    const names = byName.map(([name = '']) => name);
    expect(names).toStrictEqual(names.toSorted(new Intl.Collator('en', { numeric: true }).compare));
    expect(byName.toSorted()).toStrictEqual(expected.toSorted());
  }

  // The page remembers the order of each kind.
  await page.getByRole('link', { name: 'Movies' }).click();
  await page.getByPlaceholder('Search 8 movies').waitFor();
  expect(await page.getByRole('radio', { name: 'Hours' }).isChecked()).toBe(true);
});

test('a search says what it finds, and the way back leads to where one was', async () => {
  const learner = learnerWith(learners, twentyMonths());
  const page = await open(learner, '#shows');
  const search = page.getByRole('searchbox');

  await search.fill('folder 4');
  await page.getByText('1 of 11 shows').waitFor();
  const byFolder = (await tilesOf(page)).map(([name]) => name);
  await page.getByRole('link', { name: '番組 4' }).press('Enter');
  await page.getByRole('heading', { name: '番組 4', level: 1 }).waitFor();
  await page.goBack();
  await page.getByText('1 of 11 shows').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('番組 4');
  await search.fill('oshi');
  await page.getByText('Nothing matches “oshi”.').waitFor();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await page.getByRole('link', { name: 'Not matched' }).waitFor();

  expect(byFolder).toStrictEqual(['番組 4']);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
});

test('media of which nothing was watched say how to begin', async () => {
  const learner = learnerWith(learners, [movie('f', 'Film', 'https://artwork.example/f.jpg', DAY)]);

  const page = await open(learner, '#podcasts');

  await page
    .getByText('No podcast episodes yet. Put their links into watched.txt in your media folder')
    .waitFor();
});

test('a show is matched, and the match is undone', async () => {
  const learner = learnerWith(
    learners,
    show({ folder: 'Minato Monogatari', episodes: 42, first: 9 * DAY }),
  );
  const page = await open(learner, '#shows');
  /** The TheTVDB id of the show, of which GET /library must not know another. */
  const matchedId = async () => {
    const [id = null] = await idsOf(learner);
    expect(await libraryOf(learner)).toMatchObject([{ group_id: id === null ? before : `${id}` }]);
    return id;
  };
  const before = 'SHOW#Minato Monogatari';

  await page.getByText('Not yet matched').waitFor();
  await page.getByRole('link', { name: 'Minato Monogatari' }).click();
  await page.getByText('Your folder. Not yet matched, so its hours are a guess.').waitFor();
  await page.getByText('3 results. You can also paste a link to TheTVDB.').waitFor();
  expect(plain(await page.locator('.group-hours').textContent())).toBe('about14 hours');
  await page.getByRole('button', { name: 'This is it' }).first().click();
  await page.getByText('Matched. 42 episodes now count 24 min each.').waitFor();
  await page.getByText('From your folder Minato Monogatari').waitFor();
  const matched = await matchedId();
  const address = new URL(page.url()).hash;
  const name = await page.getByRole('heading', { level: 1 }).textContent();
  const hours = plain(await page.locator('.group-hours').textContent());
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
  await page.getByRole('heading', { name: 'Minato Monogatari', level: 1 }).waitFor();

  expect(address).toBe(`#shows/${matched}`);
  expect([name, hours]).toStrictEqual([`Series ${matched}`, '16 hours']);
  expect(await matchedId()).toBe(null);
  expect(new URL(page.url()).hash).toBe(`#shows/${encodeURIComponent(before)}`);
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await page.getByText('Undone.').waitFor({ state: 'detached' });
});

test('two folders become one show, and undo separates only the second', async () => {
  const learner = learnerWith(learners, [
    ...show({ folder: 'Dark S01', episodes: 2, first: 9 * DAY }),
    ...show({ folder: 'Dark S02', episodes: 1, first: 2 * DAY }),
  ]);
  await matchAs(learner, 'Dark S01', 12);
  const page = await open(learner, '#shows/SHOW%23Dark%20S02');

  await page.getByRole('searchbox').fill('https://thetvdb.com/dereferrer/series/12');
  await page.getByText('1 result.').waitFor();
  await page.getByRole('button', { name: 'This is it: Series 12' }).click();
  await page.getByText('Matched. 1 episode now counts 24 min.').waitFor();
  await page.getByText('From your folders Dark S01 and Dark S02').waitFor();
  await page.locator('.group-list li').nth(2).waitFor();
  const together = await idsOf(learner);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'Dark S02', level: 1 }).waitFor();

  expect(together).toStrictEqual([12, 12]);
  expect(await idsOf(learner)).toStrictEqual([12, null]);
});

test('of two folders with one match, the wrong one can be corrected alone', async () => {
  const learner = learnerWith(learners, [
    ...show({ folder: 'A', episodes: 1, first: 9 * DAY }),
    ...show({ folder: 'B', episodes: 1, first: 2 * DAY }),
  ]);
  for (const folder of ['A', 'B']) await matchAs(learner, folder, 12);
  const page = await open(learner, '#shows/12');
  const search = page.getByRole('searchbox');

  await page.getByRole('button', { name: 'Not the right show?' }).click();
  await page.getByLabel('Folder').selectOption('B');
  const searched = await search.inputValue();
  await search.fill('oshi no ko');
  await page.getByRole('button', { name: 'This is it: 【推しの子】' }).click();
  await page.getByText('Matched. 1 episode now counts').waitFor();
  await page.getByText('From your folder B').waitFor();
  const corrected = await idsOf(learner);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('From your folders A and B').waitFor();

  expect(searched).toBe('B');
  expect(corrected).toStrictEqual([12, 421069]);
  expect(await idsOf(learner)).toStrictEqual([12, 12]);
});

test('a wrong match is corrected in all folders, after an error that changed nothing', async () => {
  const learner = learnerWith(learners, [
    ...show({ folder: 'A', episodes: 1, first: 9 * DAY }),
    ...show({ folder: 'B', episodes: 1, first: 2 * DAY }),
  ]);
  for (const folder of ['A', 'B']) await matchAs(learner, folder, 12);
  const page = await open(learner, '#shows/12');
  const question = page.getByRole('button', { name: 'Not the right show?' });

  await question.click();
  await page.keyboard.press('Escape');
  await page.getByText('Which show is this?').waitFor({ state: 'detached' });
  const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
  await question.click();
  await page.getByRole('searchbox').fill('unknown');
  await page
    .getByText('TheTVDB knows nothing by that name. Try the original title, or paste a link.')
    .waitFor();
  await page.getByRole('searchbox').fill('oshi no ko');
  await page.getByRole('button', { name: 'This is it: 【推しの子】' }).waitFor();
  await page.route('**/show', (route) =>
    route.fulfill({
      status: 502,
      json: { code: 'provider_error', message: 'TheTVDB did not answer.' },
    }),
  );
  await page.getByRole('button', { name: 'This is it: 【推しの子】' }).click();
  await page.getByText('Could not match it. TheTVDB did not answer.').waitFor();
  const afterError = await idsOf(learner);
  await page.unroute('**/show');
  await page.getByRole('button', { name: 'This is it: 【推しの子】' }).click();
  await page.getByText('Matched. 2 episodes now count').waitFor();
  await page.getByRole('link', { name: 'TheTVDB' }).first().waitFor();
  const corrected = await idsOf(learner);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();

  expect(focused).toBe('Not the right show?');
  expect(afterError).toStrictEqual([12, 12]);
  expect(corrected).toStrictEqual([421069, 421069]);
  expect(await idsOf(learner)).toStrictEqual([12, 12]);
});

test('a movie links to TheTVDB, and gets another match and its old one back', async () => {
  const learner = learnerWith(learners, []);
  const file_name = 'Lola rennt.mkv';
  await learner.api.send(endpoints.syncMovies, { movies: [{ file_name, tvdb_id: 2658 }] });
  const id = `${movieKind.record.prefix}${file_name}`;
  const page = await open(learner, `#movies/${encodeURIComponent(id)}`);
  const tvdbId = async () => {
    const { records } = await learner.api.send(endpoints.getRecords, { ids: [id] });
    return records[0]?.tvdb_id;
  };

  await page.getByText(`From your file ${file_name}`).waitFor();
  const link = page.locator('.group-links a');
  const [address, rel] = [await link.getAttribute('href'), await link.getAttribute('rel')];
  await page.getByRole('button', { name: 'Not the right movie?' }).click();
  await page.getByRole('searchbox').fill('movie 77');
  await page.getByRole('button', { name: 'This is it: Movie 77' }).click();
  await page.getByText('Matched. It now counts 1 h 40 min.').waitFor();
  await page.getByRole('heading', { name: 'Movie 77', level: 1 }).waitFor();
  const matched = await tvdbId();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();

  expect([address, rel]).toStrictEqual(['https://thetvdb.com/dereferrer/movie/2658', 'noreferrer']);
  expect([matched, await tvdbId()]).toStrictEqual([77, 2658]);
});

test('a long show has all its episodes, in both orders, and few of them in the page', async () => {
  const items = show({ folder: 'Long', episodes: 450, first: 460 * DAY, every: DAY });
  const learner = learnerWith(learners, items);
  const page = await open(learner, '#shows/SHOW%23Long');
  const rows = page.locator('.group-list li');

  await rows.first().waitFor();
  const count = await rows.first().getAttribute('aria-setsize');
  const [newest, rendered] = [await rows.first().textContent(), await rows.count()];
  await page.getByText('Oldest first').click();
  await expect.poll(() => rows.first().textContent()).not.toBe(newest);
  const oldest = await rows.first().textContent();
  const facts = plain(await page.locator('.facts').textContent());

  expect(count).toBe('450');
  expect(rendered).toBeLessThan(60);
  expect(newest).toMatch(/^449/);
  expect(oldest).toMatch(/^0/);
  expect(facts).toContain('Episodes450Usual lengthabout 20 min');
  await page.getByRole('button', { name: 'Table of your hours with it' }).click();
  const [head, last] = await page.locator('.chart-table tr').allInnerTexts();
  expect([head, last].map((text = '') => plain(text))).toStrictEqual([
    'Day Watched In total',
    expect.stringMatching(/ 20 min 150 h$/),
  ]);
});

test('a show goes with its last episode, and comes back with it', async () => {
  const learner = learnerWith(learners, show({ folder: 'Short', episodes: 1, first: DAY }));
  const page = await open(learner, '#shows/SHOW%23Short');

  await page.getByRole('button', { name: 'Correct 0' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('heading', { name: 'This show is not in your library' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();

  await page.getByRole('heading', { name: 'Short', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Correct 0' }).waitFor();
});

test('the page of something that has left the library says so', async () => {
  const learner = learnerWith(learners, twentyMonths());

  const page = await open(learner, '#channels/UCgone');
  await page.getByRole('heading', { name: 'This channel is not in your library' }).waitFor();
  await page.getByRole('link', { name: 'Back to YouTube' }).click();

  await page.getByPlaceholder('Search 8 channels').waitFor();
});

test('5,000 shows are a few tiles in the page, and the last one is found', async () => {
  const items = Array.from({ length: 5000 }, (_, index) =>
    show({
      ...{ folder: `Folder ${index}`, episodes: 1, first: 9 * DAY },
      tvdb: { id: 10_000 + index, name: `Show ${index}`, image: 'https://artwork.example/s.jpg' },
    }),
  );
  const learner = learnerWith(learners, items.flat());
  const page = await open(learner, '#shows', phone);
  const tiles = page.locator('.entries li');

  await page.getByPlaceholder('Search 5,000 shows').waitFor();
  await tiles.first().waitFor();
  const [rendered, size] = [await tiles.count(), await tiles.first().getAttribute('aria-setsize')];
  await page.getByText('Name', { exact: true }).click();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.getByRole('link', { name: 'Show 4999' }).waitFor();
  const renderedBelow = await tiles.count();
  await page.getByRole('searchbox').fill('folder 4998');
  await page.getByText('1 of 5,000 shows').waitFor();

  expect(size).toBe('5000');
  expect(Math.max(rendered, renderedBelow)).toBeLessThan(60);
  expect((await tilesOf(page)).map(([name]) => name)).toStrictEqual(['Show 4998']);
});

describe('without a key for TheTVDB', () => {
  const keyless = useOwnTracker({ keys: {} });

  test('the page of an unmatched show says how to add one', async () => {
    const items = show({ folder: 'Dark', episodes: 1, first: DAY });
    const { user } = learnerWith(keyless, items);
    const url = `${keyless.tracker.url}/#shows/SHOW%23Dark`;
    const page = await signIn(await visits.newcomer(), url, user);

    await page.getByText('Searching needs a TheTVDB key.').waitFor();
    await page.getByRole('button', { name: 'How to add one' }).click();

    await page.getByText('secret.json').waitFor();
    await page.getByText('tvdb_api_key').waitFor();
  });
});

const LONG = 'Ganz besonders langer Name einer Serie über Donaudampfschifffahrtsgesellschaften';
const NAMES = [
  LONG,
  'とても長い名前の番組'.repeat(6),
  'مسلسل طويل الاسم جدا '.repeat(5),
  'x'.repeat(90),
];

test('axe finds nothing wrong with the library, a show and one that is being matched', async () => {
  const learner = learnerWith(learners, twentyMonths());
  const page = await open(learner, '#shows', phone);
  await page.getByPlaceholder('Search 11 shows').waitFor();

  const library = await axe(page);
  await page.getByRole('link', { name: '番組 4' }).click();
  await page.locator('.group-list li').first().waitFor();
  const group = await axe(page);
  await page.getByRole('button', { name: 'Table of your hours with it' }).click();
  const table = await axe(page, '.curve');
  await page.getByRole('link', { name: 'Shows', exact: true }).click();
  await page.getByRole('link', { name: 'Not matched' }).click();
  await page.getByText('3 results.').waitFor();
  const unmatched = await axe(page);
  await page.getByRole('button', { name: 'This is it' }).first().click();
  await page.getByText(/^Matched/).waitFor();
  const matched = await axe(page);

  expect({ library, group, table, unmatched, matched }).toStrictEqual({
    ...{ library: [], group: [], table: [], unmatched: [], matched: [] },
  });
});

test('long names fit the screen', async () => {
  const items = NAMES.map((folder) => show({ folder, episodes: 30, first: 40 * DAY, every: DAY }));
  const learner = learnerWith(learners, items.flat());
  const page = await open(learner, '#shows', phone);
  const fits = () =>
    page.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
  const seen: boolean[] = [];

  await page.getByPlaceholder('Search 4 shows').waitFor();
  seen.push(await fits());
  for (const name of NAMES) {
    await page.goto(`${tracker.url}/#shows/${encodeURIComponent(`SHOW#${name}`)}`);
    await page.locator('.group-list li').first().waitFor();
    await page.getByText('3 results.').waitFor();
    seen.push(await fits());
  }

  expect(seen).toStrictEqual([true, true, true, true, true]);
});
