import { itemKey, movie, youtubeVideo } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { movies, nameless, podcasts, rewatched, shows, youtubeChannels } from '../library.ts';
import { type History, history, type Watch } from './history.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const DAY_MS = 24 * 60 * 60 * 1000;

/** Noon of a date. The examples are those at which a calendar goes wrong, or a part of the year begins or ends. */
const anyNow = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2099-12-31'),
  noInvalidDate: true,
});
const examples = [
  ...['2026-01-01', '2026-12-31', '2028-02-29', '2027-02-28', '2026-03-01', '2026-03-29'],
  ...['2026-07-10', '2026-07-28', '2026-08-31', '2026-09-05', '2026-09-18', '2026-10-25'],
].map((date): [Date] => [new Date(`${date}T12:00:00`)]);

/** Checks `claim` for the dates above and others. */
const whateverToday = (claim: (now: Date) => void) =>
  fc.assert(fc.property(anyNow, claim), { numRuns: 30, examples });

const hours = (minutes: readonly number[]) => sum(minutes) / 60;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** In minutes, by file name or id, or by the id of the record that was watched again. */
const lengths = new Map<string, number>([
  ...shows.flatMap(({ watched, minutes }) =>
    watched.map(({ file, duration }) => [file, duration ? duration / 60 : minutes] as const),
  ),
  ...movies.map(({ file, minutes }) => [file, minutes] as const),
  ...[...youtubeChannels, ...podcasts].flatMap(({ all }) =>
    all.map(({ id, minutes }) => [id, minutes] as const),
  ),
  [itemKey(movie.record, rewatched.movie.file), rewatched.movie.minutes],
  [itemKey(youtubeVideo.record, rewatched.video.id), rewatched.video.minutes],
]);

function allWatches(past: History): readonly Watch<string | { readonly file_name: string }>[] {
  const { episodes, movies, youtubeVideos, podcastEpisodes, rewatches } = past;
  return [...episodes, ...movies, ...youtubeVideos, ...podcastEpisodes, ...rewatches];
}

const lengthOf = ({ item }: ReturnType<typeof allWatches>[number]) =>
  lengths.get(typeof item === 'string' ? item : item.file_name) ?? Number.NaN;

/** The days of the history, today first, also those on which nothing was watched. */
function daysOf(now: Date) {
  const name = (date: Date) => date.toDateString();
  const watches = Map.groupBy(allWatches(history(now)), ({ at }) => name(at));
  return Array.from({ length: 605 }, (_, daysAgo) => {
    const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo);
    const minutes = sum((watches.get(name(date)) ?? []).map(lengthOf));
    return { date, daysAgo, minutes };
  });
}

type Days = ReturnType<typeof daysOf>;

const minutesOf = (days: Days) => days.map(({ minutes }) => minutes);
const watchedOn = (days: Days) => days.filter(({ minutes }) => minutes > 0);

/** How many days with something there are in a row, today's streak first. */
function streaks(days: Days): number[] {
  const marks = days.map(({ minutes }) => (minutes > 0 ? '+' : ' ')).join('');
  return marks.split(/ +/).map(({ length }) => length);
}

test('a history is the same at any time of day', () => {
  const morning = history(new Date(2026, 10, 22, 0, 0, 1));
  const evening = history(new Date(2026, 10, 22, 23, 59, 59));

  expect(morning).toEqual(evening);
});

test('a history lasts about twenty months and ends this morning, whatever today is', () => {
  whateverToday((now) => {
    const times = allWatches(history(now)).map(({ at }) => at.getTime());

    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
    const noon = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 12).getTime();
    const [first, last] = [Math.min(...times), Math.max(...times)];
    // The bounds allow for days of 23 and 25 hours.
    expect((midnight - first) / DAY_MS).toBeGreaterThan(600);
    expect((midnight - first) / DAY_MS).toBeLessThan(609);
    expect(last).toBeGreaterThan(midnight);
    expect(last).toBeLessThan(noon);
    expect(times.filter((time) => time > midnight)).toHaveLength(1);
  });
});

test('the episodes of a show are watched in order, and each only once', () => {
  const { episodes } = history(new Date(2026, 10, 22));

  const byShow = Map.groupBy(episodes, ({ item }) => item.folder_name);
  for (const { folder, watched } of shows) {
    const inTime = (byShow.get(folder) ?? []).toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const names = inTime.map(({ item }) => item.file_name);
    expect(names).toEqual(watched.map(({ file }) => file));
  }
});

test('nothing is watched on two dates, except for a movie and a video that are watched again', () => {
  whateverToday((now) => {
    const { rewatches, ...firstTimes } = history(now);

    const watches = allWatches({ ...firstTimes, rewatches: [] });
    expect(new Set(watches.map(({ item }) => JSON.stringify(item))).size).toBe(watches.length);
    const { file, id } = { file: rewatched.movie.file, id: rewatched.video.id };
    const first = [
      firstTimes.movies.find(({ item }) => item.file_name === file),
      firstTimes.youtubeVideos.find(({ item }) => item === id),
    ];
    expect(rewatches.map(({ item }) => item)).toEqual([
      itemKey(movie.record, file),
      itemKey(youtubeVideo.record, id),
    ]);
    for (const [index, { at }] of rewatches.entries()) {
      const daysAgo = (now.getTime() - at.getTime()) / DAY_MS;
      expect(daysAgo).toBeGreaterThan(1);
      expect(daysAgo).toBeLessThan(60);
      expect((at.getTime() - (first[index]?.at.getTime() ?? 0)) / DAY_MS).toBeGreaterThan(60);
    }
  });
});

test('the learner has watched 300 hours, most of them shows', () => {
  const { episodes, movies, youtubeVideos, podcastEpisodes, rewatches } = history(
    new Date(2026, 10, 22),
  );

  const [again, video] = rewatches.map(lengthOf);
  const shares = {
    shows: hours(episodes.map(lengthOf)),
    movies: hours([...movies.map(lengthOf), again ?? Number.NaN]),
    youtube: hours([...youtubeVideos.map(lengthOf), video ?? Number.NaN]),
    podcasts: hours(podcastEpisodes.map(lengthOf)),
  };
  expect(Math.abs(shares.shows - 192)).toBeLessThan(2);
  expect(Math.abs(shares.movies - 21)).toBeLessThan(2);
  expect(Math.abs(shares.youtube - 57)).toBeLessThan(2);
  expect(Math.abs(shares.podcasts - 39)).toBeLessThan(2);
  const groups = [shows, movies, youtubeChannels, podcasts].map(({ length }) => length);
  expect(groups).toEqual([14, 12, 7, 4]);
});

test('files say how long most episodes are, but not those of the show without a match', () => {
  const { episodes } = history(new Date(2026, 10, 22));

  const unmatched = episodes.filter(({ item }) => item.folder_name === nameless.folder);
  expect(unmatched.map(({ item }) => item.duration)).toEqual(Array(42).fill(undefined));
  expect(hours(unmatched.map(lengthOf))).toBe(14);
  const measured = episodes.filter(({ item }) => item.duration !== undefined);
  expect(measured.length / episodes.length).toBeGreaterThan(0.7);
  expect(measured.every(({ item }) => Number.isInteger(item.duration))).toBe(true);
});

test('about three quarters of the days of the last year have something, and the last twelve', () => {
  whateverToday((now) => {
    const days = daysOf(now);

    expect(watchedOn(days.slice(0, 365))).toHaveLength(277);
    const [current = 0, ...earlier] = streaks(days);
    const [longest = 0, second = 0] = earlier.toSorted((a, b) => b - a);
    expect(current).toBe(12);
    expect(longest).toBe(40);
    expect(second).toBeLessThan(20);
  });
});

test('about half of the last 180 days reach an hour, and several more reach half of it', () => {
  whateverToday((now) => {
    const recent = minutesOf(daysOf(now).slice(0, 180));

    const reached = recent.filter((minutes) => minutes >= 60).length;
    expect(reached / 180).toBeGreaterThan(0.42);
    expect(reached / 180).toBeLessThan(0.6);
    expect(recent.filter((minutes) => minutes >= 30 && minutes < 60).length).toBeGreaterThan(15);
  });
});

test('the first months are slow, and weekends are longer than other days', () => {
  whateverToday((now) => {
    const days = daysOf(now);

    expect(hours(minutesOf(days.slice(500)))).toBeLessThan(30);
    expect(hours(minutesOf(days.slice(0, 365)))).toBeGreaterThan(230);
    const [weekend, other] = [true, false].map((isWeekend) =>
      days.filter(({ date }) => [0, 6].includes(date.getDay()) === isWeekend),
    );
    const ratio = mean(minutesOf(weekend ?? [])) / mean(minutesOf(other ?? []));
    expect(ratio).toBeGreaterThan(1.2);
    expect(ratio).toBeLessThan(2.2);
  });
});

/** Whether a date is in this month of the last year whose October is over. */
function isOfLastAutumn(date: Date, now: Date, month: number): boolean {
  const year = now.getFullYear() - (now.getMonth() > 9 ? 0 : 1);
  return date.getMonth() === month && date.getFullYear() === year;
}

test('the months look as they should: a quiet February, a peak in August, a holiday, a light October', () => {
  whateverToday((now) => {
    const days = daysOf(now);
    const lastYear = days.slice(1, 366);
    const within = (month: number, [first, last]: readonly [number, number]) =>
      lastYear.filter(
        ({ date }) =>
          date.getMonth() === month && date.getDate() >= first && date.getDate() <= last,
      );

    const usual = mean(minutesOf(lastYear));
    expect(mean(minutesOf(within(1, [1, 29])))).toBeLessThan(0.85 * usual);
    const peak = minutesOf(within(7, [17, 31]));
    expect(mean(peak)).toBeGreaterThan(1.5 * usual);
    expect(Math.max(...peak)).toBeGreaterThan(130);
    const october = days.filter(({ date }) => isOfLastAutumn(date, now, 9));
    const august = days.filter(({ date }) => isOfLastAutumn(date, now, 7));
    expect(mean(minutesOf(october))).toBeLessThan(mean(minutesOf(august)));
    const holiday = within(6, [3, 10]).filter(({ daysAgo }) => daysAgo >= 12);
    expect(watchedOn(holiday)).toEqual([]);
    const alone = days.filter(
      ({ minutes }, index) =>
        minutes === 0 && days[index - 1]?.minutes !== 0 && days[index + 1]?.minutes !== 0,
    );
    expect(alone.length).toBeGreaterThan(20);
  });
});

test.each([
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/Santiago', '2026-09-06'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Pacific/Apia', '2026-11-29'],
])('in %s on %s, everything is on its own day', (zone, date) => {
  vi.stubEnv('TZ', zone);
  const now = new Date(`${date}T12:00:00`);

  const days = daysOf(now);

  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  expect(watchedOn(days.slice(0, 365))).toHaveLength(277);
  expect(streaks(days)[0]).toBe(12);
  const all = allWatches(history(now)).map(lengthOf);
  expect(sum(minutesOf(days))).toBeCloseTo(sum(all));
});
