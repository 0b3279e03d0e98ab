import * as z from 'zod';
import type { Deadline } from '../../kernel/deadline.ts';
import { LONGEST_TEXT } from '../../settings.ts';
import { listOf, parseAnswer, providerError, statusReason } from '../provider-error.ts';
import type { ProviderAnswer } from '../send-with-retries.ts';
import { SPOTIFY, type SpotifyApi } from './api.ts';
import { durationMs, ID_PATTERN, text } from './fields.ts';
import { type ReleaseDate, readReleaseDate } from './release-date.ts';

/** The most episodes that Spotify returns in one page. */
const PAGE_SIZE = 50;
/** In 2026, Spotify lowered the limit of other lists to 10 (spotipy-dev/spotipy#1231). */
const LOWERED_PAGE_SIZE = 10;
/** More than any podcast has, and more than can be requested within a deadline. */
const MOST_PAGES = 2000;
const ORIGIN = 'https://api.spotify.com';

/** A podcast episode in the list of its show. */
export interface ListedEpisode {
  readonly id: string;
  readonly title: string;
  readonly durationSeconds: number;
  readonly releaseDate: ReleaseDate;
}

const listed = z.object({
  id: z.string().regex(ID_PATTERN),
  name: text.min(1),
  duration_ms: durationMs,
  release_date: z.unknown().optional(),
});
const page = z.object({
  items: listOf(z.unknown(), PAGE_SIZE),
  next: z.string().max(LONGEST_TEXT).nullish(),
});

/**
 * Lists all episodes of a show, as Spotify orders them, without those that it does not describe fully.
 * Throws a 502 that says what to do if the list is not complete by the deadline.
 */
export async function listEpisodes(
  api: SpotifyApi,
  show: { readonly id: string; readonly name: string },
  deadline: Deadline,
  pageSize = PAGE_SIZE,
): Promise<ListedEpisode[]> {
  const podcast = `the podcast ${JSON.stringify(show.name)}`;
  const episodes = new Map<string, ListedEpisode>();
  const offsets = new Set<string | undefined>();
  let query: Readonly<Record<string, string>> | undefined = { limit: `${pageSize}`, offset: '0' };
  try {
    // Spotify has returned the same page forever (jwilsson/spotify-web-api-php#286).
    while (query !== undefined && !offsets.has(query.offset)) {
      if (offsets.size === MOST_PAGES) throw endless(podcast);
      offsets.add(query.offset);
      const answer = await getPage(api, show.id, query, deadline);
      if (answer.status === 404) throw cannotList(podcast);
      if (answer.status !== 200) throw providerError(SPOTIFY, statusReason(answer));
      const { items, next } = parseAnswer(SPOTIFY, 'a list of episodes', page, answer.json);
      const found = items.flatMap(readEpisode);
      if (found.length > 0 && found.every(({ id }) => episodes.has(id))) break;
      for (const episode of found) episodes.set(episode.id, episode);
      query = next ? queryOf(next) : undefined;
    }
  } catch (error) {
    throw deadline.signal.aborted ? tooLong(podcast) : error;
  }
  return [...episodes.values()];
}

/** Requests a page. Tries once more if it is not found, and with smaller pages if it must. */
async function getPage(
  api: SpotifyApi,
  showId: string,
  query: Readonly<Record<string, string>>,
  deadline: Deadline,
): Promise<ProviderAnswer> {
  const { limit, ...withoutLimit } = query;
  const get = (sent: Readonly<Record<string, string>>) =>
    api.get(`/shows/${showId}/episodes`, deadline, sent);
  let answer = await get(query);
  if (answer.status === 404) {
    await api.waitForSecondLook(deadline);
    answer = await get(query);
  }
  if (isLimitRefused(answer) && Number(limit) > LOWERED_PAGE_SIZE) {
    answer = await get({ ...query, limit: `${LOWERED_PAGE_SIZE}` });
  }
  return isLimitRefused(answer) ? get(withoutLimit) : answer;
}

const isLimitRefused = ({ status, text }: ProviderAnswer): boolean =>
  status === 400 && /limit/i.test(text);

/** An item is null if the episode is not available (spotify/spotify-web-api-ts-sdk#141). */
function readEpisode(item: unknown): ListedEpisode[] {
  const { data } = listed.safeParse(item);
  if (data === undefined) return [];
  const { id, name: title, duration_ms, release_date } = data;
  const durationSeconds = Math.floor(duration_ms / 1000);
  return [{ id, title, durationSeconds, releaseDate: readReleaseDate(release_date) }];
}

/** The query of a link to the next page. The rest is not used, so that the token goes nowhere else. */
function queryOf(next: string): Record<string, string> {
  const link = URL.parse(next, ORIGIN);
  if (link === null) throw providerError(SPOTIFY, 'sent a damaged link to the next page');
  return Object.fromEntries(link.searchParams);
}

const endless = (podcast: string) =>
  providerError(SPOTIFY, `sent more than ${MOST_PAGES} pages with episodes of ${podcast}`);

const cannotList = (podcast: string) =>
  providerError(
    SPOTIFY,
    `does not list the episodes of ${podcast}; try again later, or record them one at a time`,
  );

const tooLong = (podcast: string) =>
  providerError(
    SPOTIFY,
    `did not list all episodes of ${podcast} in time; try again later and with fewer podcasts at once, or record its episodes one at a time`,
  );
