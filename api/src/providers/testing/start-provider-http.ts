import { standInKeys, startYoutube } from '@immersion-tracker/stand-ins';
import { onTestFinished } from 'vitest';
import { recordingLog, wholeDeadline } from '../../kernel/testing/fakes.ts';
import { createProviderHttp } from '../provider-http.ts';

export type ProviderHttpTest = Awaited<ReturnType<typeof startProviderHttp>>;

/** HTTP to a stand-in for YouTube, and its log. */
export async function startProviderHttp() {
  const youtube = await startYoutube();
  onTestFinished(() => youtube.close());
  const recording = recordingLog();
  const { log } = recording;
  const options = { provider: 'YouTube', baseUrl: youtube.url, log, backoffMs: 1 };
  const http = createProviderHttp(options);
  return {
    ...recording,
    youtube,
    http,
    /** Requests a video, by default an existing one, with the key in the query. */
    ask(deadline = wholeDeadline(), id = 'aB3dE5fG7hI') {
      const query = { part: 'id', id, key: standInKeys.youtube_api_key };
      return http.send({ path: '/youtube/v3/videos', query, deadline });
    },
  };
}
