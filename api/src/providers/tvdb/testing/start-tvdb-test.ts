import { startTvdb, type TvdbOptions, type TvdbStandIn } from '@immersion-tracker/stand-ins';
import type { Clock } from '../../../kernel/clock.ts';
import type { SecretSource } from '../../../kernel/secret.ts';
import { fixedSecret, type RecordingLog, recordingLog } from '../../../kernel/testing/fakes.ts';
import { createProviderHttp } from '../../provider-http.ts';
import { createTvdbClient, TVDB, type TvdbClient } from '../client.ts';

/** The client, the stand-in it asks, and what it logs. */
export interface TvdbTest extends RecordingLog {
  readonly client: TvdbClient;
  readonly tvdb: TvdbStandIn;
  /** The requests but log-ins, each as its path. */
  lookUps(): string[];
  /** How often the client logged in. */
  logins(): number;
}

export async function startTvdbTest({
  standIn = {},
  secret = fixedSecret(),
  clock = Date.now,
}: {
  readonly standIn?: TvdbOptions;
  readonly secret?: SecretSource;
  readonly clock?: Clock;
} = {}): Promise<TvdbTest> {
  const tvdb = await startTvdb({ now: clock, ...standIn });
  const recording = recordingLog();
  const { log } = recording;
  const http = createProviderHttp({ provider: TVDB, baseUrl: tvdb.url, log, backoffMs: 1 });
  const paths = () => tvdb.requests.map(({ path }) => path);
  return {
    ...recording,
    client: createTvdbClient({ http, secret, clock }),
    tvdb,
    lookUps: () => paths().filter((path) => path !== '/v4/login'),
    logins: () => paths().filter((path) => path === '/v4/login').length,
  };
}
