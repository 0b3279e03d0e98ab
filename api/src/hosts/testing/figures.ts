import { mediaKinds } from '@immersion-tracker/contract';
import { wallClockDays } from '@immersion-tracker/contract/testing';
import { nameOfGroup, nameOnTvdb } from './catalogue.ts';
import type { Learner, Viewing } from './learner.ts';

const DAY = 24 * 60 * 60;
const WEEK = 7 * DAY;
const QUARTER_HOUR = 15 * 60;
const GUESS = 20 * 60;
const MONTHS = ['Jan', 'Apr', 'Jul', 'Oct'];

/** A viewing with what follows from the rest of the records. */
interface Counted extends Viewing {
  /** The learner's day. */
  readonly date: string;
  /** 0 for a movie without a length. */
  readonly length: number;
  readonly source: 'file' | 'provider' | 'show_average' | 'guess';
  readonly groupId: string;
  /** What lists call its group. */
  readonly groupName: string;
  readonly shownTitle: string;
}

/** What the routes should say about a learner. */
export function figuresOf(learner: Learner) {
  const all = learner.viewings.map((viewing) => count(viewing, learner)).sort(latestFirst);
  const today = dateAt(learner.now, learner);
  return {
    today,
    watched: all.map(listed),
    watchedToday: all.filter(({ date }) => date === today).map(listed),
    guessed: all.filter(({ source }) => source === 'guess').map(listed),
    progress: progressOf(all, learner.now, today),
    history: historyOf(all, learner, today),
    library: libraryOf(all),
    libraryOfYear: libraryOf(all.filter(({ date }) => date.slice(0, 4) === today.slice(0, 4))),
  };
}

function count(viewing: Viewing, learner: Learner): Counted {
  const { kind, group, timestamp, seconds, isMeasured, tvdbId } = viewing;
  const series = kind === 'episode' ? (learner.shows.get(group) ?? null) : null;
  const date = dateAt(timestamp, learner);
  const own = { ...viewing, date, shownTitle: viewing.title };
  if (kind === 'movie') {
    const source = isMeasured ? 'file' : 'provider';
    const shownTitle = nameOnTvdb('Movie', tvdbId ?? 0);
    const groupId = `MOVIE#${group}`;
    return { ...own, length: seconds ?? 0, source, groupId, groupName: shownTitle, shownTitle };
  }
  if (kind !== 'episode') {
    const groupName = nameOfGroup(group);
    return { ...own, length: seconds ?? 0, source: 'provider', groupId: group, groupName };
  }
  const names = {
    groupId: series === null ? `SHOW#${group}` : `${series}`,
    groupName: series === null ? group : nameOnTvdb('Series', series),
  };
  if (seconds !== null) return { ...own, ...names, length: seconds, source: 'file' };
  if (series !== null) return { ...own, ...names, length: series * 60, source: 'show_average' };
  return { ...own, ...names, length: GUESS, source: 'guess' };
}

const dates = new Map<string, string>();

/** The learner's day at a moment, by looking at the clock. */
function dateAt(timestamp: number, { settings }: Learner): string {
  const timeZone = settings.time_zone ?? 'Pacific/Auckland';
  const dayStartsAtHour = settings.day_starts_at_hour ?? 0;
  // Clocks change and days begin at quarters of an hour.
  const from = Math.floor(timestamp / QUARTER_HOUR) * QUARTER_HOUR;
  const key = `${timeZone} ${dayStartsAtHour} ${from}`;
  const to = from + QUARTER_HOUR;
  const date =
    dates.get(key) ??
    wallClockDays({ timeZone, dayStartsAtHour, from, to, stepMinutes: 15 })[0]?.date ??
    '';
  dates.set(key, date);
  return date;
}

/** The date that is `days` after another. */
function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY * 1000).toISOString().slice(0, 10);
}

const latestFirst = (a: Counted, b: Counted): number =>
  b.timestamp - a.timestamp || Buffer.compare(Buffer.from(b.id), Buffer.from(a.id));

const listed = (viewing: Counted) => ({
  ...{ id: viewing.id, rewatch_of: viewing.rewatchOf, kind: viewing.kind },
  ...{ title: viewing.shownTitle, group_id: viewing.groupId },
  group: viewing.kind === 'movie' ? null : viewing.groupName,
  ...{ watched_at: viewing.timestamp, duration: viewing.length, duration_source: viewing.source },
});

const secondsOf = (some: readonly Counted[]): number =>
  some.reduce((sum, { length }) => sum + length, 0);
const minutesOf = (some: readonly Counted[]): number => Math.floor(secondsOf(some) / 60);
const hoursOf = (some: readonly Counted[]): number => Math.floor(secondsOf(some) / 3600);
const guessedOf = (some: readonly Counted[]): number =>
  secondsOf(some.filter(({ source }) => source === 'guess'));

function progressOf(all: readonly Counted[], now: number, today: string) {
  const of = (kind: string) => all.filter((viewing) => viewing.kind === kind);
  const ofToday = (kind: string) => of(kind).filter(({ date }) => date >= today).length;
  const days = Math.floor((now - Math.min(now, ...all.map(({ timestamp }) => timestamp))) / DAY);
  return {
    total_episodes_watched: of('episode').length,
    total_movies_watched: of('movie').length,
    total_hours_watched: hoursOf(all),
    episodes_watched_today: ofToday('episode'),
    movies_watched_today: ofToday('movie'),
    youtube_videos_watched: of('youtube_video').length,
    youtube_videos_watched_today: ofToday('youtube_video'),
    spotify_episodes_watched: of('spotify_episode').length,
    spotify_episodes_watched_today: ofToday('spotify_episode'),
    days_since_first_episode: days,
    weekly_trend_percentage: trendOf(all, now, days),
    daily_activity: [6, 5, 4, 3, 2, 1, 0].map((days_ago) => ({
      days_ago,
      minutes_watched: minutesOf(all.filter(({ date }) => date === plusDays(today, -days_ago))),
    })),
    all_time_progress: quartersOf(all),
  };
}

function trendOf(all: readonly Counted[], now: number, days: number): number | null {
  const average = (minutesOf(all) / days) * 7;
  if (days < 14 || minutesOf(all) === 0) return null;
  const last = minutesOf(all.filter(({ timestamp }) => timestamp > now - WEEK));
  return ((last - average) / average) * 100;
}

function quartersOf(all: readonly Counted[]) {
  // Counted in quarters since the year 0.
  const quarterOf = ({ date }: Counted) =>
    Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);
  const quarters = all.map(quarterOf);
  const points: { label: string; cumulative_hours: number }[] = [];
  for (let quarter = Math.min(...quarters); quarter <= Math.max(...quarters); quarter += 1) {
    const until = all.filter((viewing) => quarterOf(viewing) <= quarter);
    const label = `${MONTHS[quarter % 4]} ${Math.floor(quarter / 4)}`;
    points.push({ label, cumulative_hours: hoursOf(until) });
  }
  return points;
}

function historyOf(all: readonly Counted[], { settings }: Learner, today: string) {
  const watchedOn = [...new Set(all.map(({ date }) => date))].sort();
  const on = (date: string) => all.filter((viewing) => viewing.date === date);
  const { daily_goal_minutes, target_hours, target_date } = settings;
  return {
    time_zone: settings.time_zone ?? 'Pacific/Auckland',
    day_starts_at_hour: settings.day_starts_at_hour ?? 0,
    today,
    days: watchedOn.map((date) => {
      const kinds = mediaKinds.map(({ id }) => {
        return [id, on(date).filter(({ kind }) => kind === id)] as const;
      });
      return {
        date,
        ...Object.fromEntries(kinds.map(([id, some]) => [`${id}_seconds`, secondsOf(some)])),
        ...Object.fromEntries(kinds.map(([id, some]) => [`${id}_records`, some.length])),
      };
    }),
    streak: streakOf(new Set(watchedOn), today),
    guessed_seconds: guessedOf(all),
    goal:
      daily_goal_minutes === null && target_hours === null && target_date === null
        ? null
        : {
            ...{ daily_goal_minutes, target_hours, target_date, hours_so_far: hoursOf(all) },
            minutes_today: minutesOf(on(today)),
          },
  };
}

function streakOf(watchedOn: ReadonlySet<string>, today: string) {
  const lengthUntil = (last: string): number => {
    let days = 0;
    while (watchedOn.has(plusDays(last, -days))) days += 1;
    return days;
  };
  const end = watchedOn.has(today) ? today : plusDays(today, -1);
  const days = lengthUntil(end);
  return {
    current_days: days,
    current_since: days === 0 ? null : plusDays(end, 1 - days),
    longest_days: Math.max(0, ...[...watchedOn].map(lengthUntil)),
  };
}

function libraryOf(all: readonly Counted[]) {
  const keyOf = ({ kind, groupId }: Counted) => `${kind} ${groupId}`;
  return [...new Set(all.map(keyOf))].sort().map((key) => {
    // A movie is named after its first viewing.
    const some = all
      .filter((viewing) => keyOf(viewing) === key)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const times = some.map(({ timestamp }) => timestamp);
    return {
      kind: some[0]?.kind,
      group_id: some[0]?.groupId,
      name: some[0]?.groupName,
      records: some.length,
      seconds: secondsOf(some),
      guessed_seconds: guessedOf(some),
      first_watched_at: Math.min(...times),
      last_watched_at: Math.max(...times),
    };
  });
}
