import {
  type SpotifyAccountsStandIn,
  type SpotifyApiOptions,
  type StandIn,
  startSpotifyAccounts,
  startSpotifyApi,
} from '@immersion-tracker/stand-ins';
import type { Clock } from '../../../kernel/clock.ts';
import type { Deadline } from '../../../kernel/deadline.ts';
import type { SecretSource } from '../../../kernel/secret.ts';
import { fixedSecret, type RecordingLog, recordingLog } from '../../../kernel/testing/fakes.ts';
import type { LinkProvider, LinkRecord } from '../../link-provider.ts';
import { createProviderHttp } from '../../provider-http.ts';
import { createSpotifyClient, SPOTIFY } from '../client.ts';

/** An episode that the stand-in has recorded. */
export const RECORDED = '512ojhOuo1ktJprKbVcKyQ';

/** The client, the stand-ins it asks, and what it logs. */
export interface SpotifyTest extends RecordingLog {
  readonly client: LinkProvider;
  /** Asks for one episode. */
  episode(id: string, deadline: Deadline): Promise<LinkRecord | undefined>;
  readonly accounts: SpotifyAccountsStandIn;
  readonly api: StandIn;
  close(): Promise<void>;
}

export async function startSpotifyTest({
  standIn = {},
  secret = fixedSecret(),
  clock = Date.now,
}: {
  readonly standIn?: Omit<SpotifyApiOptions, 'acceptsToken'>;
  readonly secret?: SecretSource;
  readonly clock?: Clock;
} = {}): Promise<SpotifyTest> {
  const accounts = await startSpotifyAccounts({ now: clock });
  const api = await startSpotifyApi({ ...standIn, acceptsToken: accounts.acceptsToken });
  const recording = recordingLog();
  const { log } = recording;
  const http = (baseUrl: string) =>
    createProviderHttp({ provider: SPOTIFY, baseUrl, log, backoffMs: 1 });
  const client = createSpotifyClient({
    ...{ api: http(api.url), accounts: http(accounts.url) },
    ...{ secret, clock, market: 'NZ' },
  });
  return {
    ...recording,
    client,
    episode: async (id, deadline) => (await client.records([id], deadline)).get(id),
    accounts,
    api,
    async close() {
      await Promise.all([accounts.close(), api.close()]);
    },
  };
}
