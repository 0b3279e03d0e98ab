import { startTvdb, type TvdbOptions } from '@immersion-tracker/stand-ins';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../../kernel/clock.ts';
import type { SecretSource } from '../../../kernel/secret.ts';
import { fixedSecret, recordingLog } from '../../../kernel/testing/fakes.ts';
import { createProviderHttp } from '../../provider-http.ts';
import { TVDB } from '../api.ts';
import { createTvdbClient } from '../client.ts';

export type TvdbTest = Awaited<ReturnType<typeof startTvdbTest>>;

/** A client, its stand-in and its log. */
export async function startTvdbTest({
  standIn = {},
  secret = fixedSecret(),
  clock = Date.now,
}: {
  readonly standIn?: TvdbOptions;
  readonly secret?: SecretSource;
  readonly clock?: Clock;
} = {}) {
  const tvdb = await startTvdb({ now: clock, ...standIn });
  onTestFinished(() => tvdb.close());
  const recording = recordingLog();
  const { log } = recording;
  const http = createProviderHttp({ provider: TVDB, baseUrl: tvdb.url, log, backoffMs: 1 });
  const paths = () => tvdb.requests.map(({ path }) => path);
  return {
    ...recording,
    client: createTvdbClient({ http, secret, clock }),
    tvdb,
    /** The paths of all requests except log-ins. */
    lookUps: () => paths().filter((path) => path !== '/v4/login'),
    logins: () => paths().filter((path) => path === '/v4/login').length,
  };
}
