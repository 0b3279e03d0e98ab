import { type StandIn, standInKeys, startYoutube } from '@immersion-tracker/stand-ins';
import type { Deadline } from '../../kernel/deadline.ts';
import { type RecordingLog, recordingLog, wholeDeadline } from '../../kernel/testing/fakes.ts';
import { createProviderHttp, type ProviderHttp } from '../provider-http.ts';
import type { ProviderAnswer } from '../send-with-retries.ts';

/** HTTP to a stand-in of YouTube's. */
export interface ProviderHttpTest extends RecordingLog {
  readonly youtube: StandIn;
  readonly http: ProviderHttp;
  /** Asks for a video, one that exists unless told otherwise, with the key in the query. */
  ask(deadline?: Deadline, id?: string): Promise<ProviderAnswer>;
}

export async function startProviderHttp(): Promise<ProviderHttpTest> {
  const youtube = await startYoutube();
  const recording = recordingLog();
  const { log } = recording;
  const http = createProviderHttp({
    ...{ provider: 'YouTube', baseUrl: youtube.url, log, backoffMs: 1 },
  });
  return {
    ...recording,
    youtube,
    http,
    ask(deadline = wholeDeadline(), id = 'aB3dE5fG7hI') {
      const query = { part: 'id', id, key: standInKeys.youtube_api_key };
      return http.send({ path: '/youtube/v3/videos', query, deadline });
    },
  };
}
