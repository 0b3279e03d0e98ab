import { type StandIn, startYoutube, type YoutubeOptions } from '@immersion-tracker/stand-ins';
import type { SecretSource } from '../../../kernel/secret.ts';
import { fixedSecret, type RecordingLog, recordingLog } from '../../../kernel/testing/fakes.ts';
import type { LinkProvider } from '../../link-provider.ts';
import { createProviderHttp } from '../../provider-http.ts';
import { createYoutubeClient, YOUTUBE } from '../client.ts';

/** The client, the stand-in it asks, and what it logs. */
export interface YoutubeTest extends RecordingLog {
  readonly client: Required<LinkProvider>;
  readonly youtube: StandIn;
  /** The ids of each request so far. */
  asked(): string[][];
}

export async function startYoutubeTest({
  standIn = {},
  secret = fixedSecret(),
}: {
  readonly standIn?: YoutubeOptions;
  readonly secret?: SecretSource;
} = {}): Promise<YoutubeTest> {
  const youtube = await startYoutube(standIn);
  const recording = recordingLog();
  const { log } = recording;
  const http = createProviderHttp({ provider: YOUTUBE, baseUrl: youtube.url, log, backoffMs: 1 });
  return {
    ...recording,
    client: createYoutubeClient({ http, secret }),
    youtube,
    asked: () => youtube.requests.map(({ query }) => query.get('id')?.split(',') ?? []),
  };
}

/** Ids of this many videos, all of which exist. */
export function videoIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `video${String(index).padStart(6, '0')}`);
}
