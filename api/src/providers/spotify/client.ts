import { kindOf } from '@immersion-tracker/contract';
import * as z from 'zod';
import type { Deadline } from '../../kernel/deadline.ts';
import type { Backlog, BacklogProvider, LinkRecord } from '../link-provider.ts';
import { lookUpAll } from '../look-up-all.ts';
import {
  listOf,
  parseAnswer,
  providerError,
  requireSame,
  statusReason,
} from '../provider-error.ts';
import type { ProviderHost } from '../provider-host.ts';
import { createSpotifyApi, SPOTIFY, type SpotifyApiOptions } from './api.ts';
import { durationMs, ID_PATTERN, text } from './fields.ts';
import { listEpisodes } from './list-episodes.ts';
import { episodesUpTo, type ReleaseDate, readReleaseDate } from './release-date.ts';

/** Spotify sends three sizes. */
const MOST_IMAGES = 100;

const episodeAnswer = z.object({
  id: z.string().regex(ID_PATTERN),
  name: text,
  duration_ms: durationMs,
  release_date: z.unknown().optional(),
  show: z.object({
    id: z.string().regex(ID_PATTERN),
    name: text,
    images: listOf(z.object({ url: text }), MOST_IMAGES).nullish(),
  }),
});

/** A podcast episode. */
interface Episode extends Required<LinkRecord> {
  readonly releaseDate: ReleaseDate;
}

export const openProvider = ({
  http,
  secret,
  clock,
  spotifyMarket,
}: ProviderHost): BacklogProvider => {
  const { provider } = kindOf('spotify_episode');
  return createSpotifyClient({
    api: http(provider, 'spotifyApi'),
    accounts: http(provider, 'spotifyAccounts'),
    ...{ secret, clock, market: spotifyMarket },
  });
};

/** Spotify Web API. In development mode it returns only one episode per call. */
export function createSpotifyClient({
  pageSize,
  ...options
}: SpotifyApiOptions & {
  /** How many episodes of a list to request at once. */
  readonly pageSize?: number;
}): BacklogProvider {
  const api = createSpotifyApi(options);

  /** Undefined if Spotify does not find the episode, null if the id is invalid. */
  async function episode(id: string, deadline: Deadline): Promise<Episode | null | undefined> {
    const answer = await api.get(`/episodes/${id}`, deadline);
    if (answer.status === 404) return undefined;
    if (answer.status === 400 && /base62|invalid id/i.test(answer.text)) return null;
    if (answer.status !== 200) throw providerError(SPOTIFY, statusReason(answer));

    const found = parseAnswer(SPOTIFY, `episode ${id}`, episodeAnswer, answer.json);
    requireSame(SPOTIFY, 'episode', id, found.id);
    const { name, duration_ms, release_date, show } = found;
    return {
      title: name,
      durationSeconds: Math.floor(duration_ms / 1000),
      releaseDate: readReleaseDate(release_date),
      groupId: show.id,
      group: { name: show.name, artworkUrl: show.images?.[0]?.url },
    };
  }

  async function records(
    ids: readonly string[],
    deadline: Deadline,
  ): Promise<Map<string, Episode>> {
    const possible = [...new Set(ids)].filter((id) => ID_PATTERN.test(id));
    const first = await lookUpAll(possible, deadline, episode);
    const missing = possible.filter((id) => first.get(id) === undefined);
    if (missing.length > 0) await api.waitForSecondLook(deadline);
    const second = await lookUpAll(missing, deadline, episode);
    return new Map([...first, ...second].flatMap(([id, found]) => (found ? [[id, found]] : [])));
  }

  return {
    unknownBecause: 'deleted, not in this market, or wrong',
    records,

    async backlogs(ids, deadline) {
      const known = await records(ids, deadline);
      const shows = new Map([...known.values()].map(({ groupId, group }) => [groupId, group]));
      const listed = await lookUpAll([...shows.keys()], deadline, (id, shared) => {
        return listEpisodes(api, { id, name: shows.get(id)?.name ?? id }, shared, pageSize);
      });
      return new Map<string, Backlog>(
        [...known].map(([id, record]) => {
          const { groupId, group, releaseDate } = record;
          const upTo = episodesUpTo(listed.get(groupId) ?? [], releaseDate);
          const earlier = upTo.map(
            ({ id, ...listed }) => [id, { ...listed, groupId, group }] as const,
          );
          // The list can lack the episode itself.
          return [id, { record, records: new Map([...earlier, [id, record]]) }];
        }),
      );
    },
  };
}
