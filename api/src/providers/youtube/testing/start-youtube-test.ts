import { startYoutube, type YoutubeOptions } from '@immersion-tracker/stand-ins';
import { onTestFinished } from 'vitest';
import type { SecretSource } from '../../../kernel/secret.ts';
import { fixedSecret, recordingLog } from '../../../kernel/testing/fakes.ts';
import { createProviderHttp } from '../../provider-http.ts';
import { createYoutubeClient, YOUTUBE } from '../client.ts';

export type YoutubeTest = Awaited<ReturnType<typeof startYoutubeTest>>;

/** A client, its stand-in and its log. */
export async function startYoutubeTest({
  standIn = {},
  secret = fixedSecret(),
}: {
  readonly standIn?: YoutubeOptions;
  readonly secret?: SecretSource;
} = {}) {
  const youtube = await startYoutube(standIn);
  onTestFinished(() => youtube.close());
  const recording = recordingLog();
  const { log } = recording;
  const http = createProviderHttp({ provider: YOUTUBE, baseUrl: youtube.url, log, backoffMs: 1 });
  return {
    ...recording,
    client: createYoutubeClient({ http, secret }),
    youtube,
    /** The ids of each request. */
    asked: () => youtube.requests.map(({ query }) => query.get('id')?.split(',') ?? []),
  };
}

/** Ids of this many existing videos. */
export function videoIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `video${String(index).padStart(6, '0')}`);
}
