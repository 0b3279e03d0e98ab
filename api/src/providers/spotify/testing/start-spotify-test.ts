import {
  type SpotifyApiOptions,
  startSpotifyAccounts,
  startSpotifyApi,
} from '@immersion-tracker/stand-ins';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../../kernel/clock.ts';
import type { Deadline } from '../../../kernel/deadline.ts';
import type { SecretSource } from '../../../kernel/secret.ts';
import { fixedSecret, recordingLog } from '../../../kernel/testing/fakes.ts';
import { createProviderHttp } from '../../provider-http.ts';
import { createSpotifyApi, SPOTIFY } from '../api.ts';
import { createSpotifyClient } from '../client.ts';
import { listEpisodes } from '../list-episodes.ts';

/** An episode that the stand-in knows from a recorded response. */
export const RECORDED = '512ojhOuo1ktJprKbVcKyQ';

/** Its show, whose recorded list has three episodes. */
export const RECORDED_SHOW = '38bS44xjbVVZ3No3ByF1dJ';

export type SpotifyTest = Awaited<ReturnType<typeof startSpotifyTest>>;

/** A client, its stand-ins and its log. */
export async function startSpotifyTest({
  standIn = {},
  secret = fixedSecret(),
  clock = Date.now,
}: {
  readonly standIn?: Omit<SpotifyApiOptions, 'acceptsToken'>;
  readonly secret?: SecretSource;
  readonly clock?: Clock;
} = {}) {
  const accounts = await startSpotifyAccounts({ now: clock });
  const api = await startSpotifyApi({ ...standIn, acceptsToken: accounts.acceptsToken });
  onTestFinished(async () => {
    await Promise.all([accounts.close(), api.close()]);
  });
  const recording = recordingLog();
  const { log } = recording;
  const http = (baseUrl: string) =>
    createProviderHttp({ provider: SPOTIFY, baseUrl, log, backoffMs: 1 });
  const options = {
    ...{ api: http(api.url), accounts: http(accounts.url) },
    ...{ secret, clock, market: 'NZ', secondLookMs: 1 },
  };
  const client = createSpotifyClient(options);
  const spotify = createSpotifyApi(options);
  return {
    ...recording,
    client,
    episode: async (id: string, deadline: Deadline) =>
      (await client.records([id], deadline)).get(id),
    /** Lists the episodes of a show by its id. */
    list: (id: string, deadline: Deadline, pageSize?: number) =>
      listEpisodes(spotify, { id, name: 'A podcast' }, deadline, pageSize),
    accounts,
    api,
  };
}
