import { kindOf } from '@immersion-tracker/contract';
import * as z from 'zod';
import { chunk } from '../../kernel/chunk.ts';
import type { Deadline } from '../../kernel/deadline.ts';
import { requireKey, type SecretSource } from '../../kernel/secret.ts';
import { LONGEST_RUNTIME_SECONDS, LONGEST_TEXT } from '../../settings.ts';
import type { LinkProvider, LinkRecord } from '../link-provider.ts';
import { lookUpAll } from '../look-up-all.ts';
import { listOf, parseAnswer, providerError } from '../provider-error.ts';
import type { ProviderHost } from '../provider-host.ts';
import type { ProviderHttp } from '../provider-http.ts';
import { durationSeconds } from './duration.ts';
import { refusal } from './refusal.ts';

const { provider } = kindOf('youtube_video');
export const YOUTUBE = provider.name;
/** YouTube refuses calls with more ids (mxpv/podsync#278). */
const IDS_PER_CALL = 50;
/** Ids of videos and channels. Excludes commas, which would turn one id into several. */
const ID_PATTERN = /^[\w-]{1,64}$/;

const text = z.string().max(LONGEST_TEXT);
const id = z.string().regex(ID_PATTERN);
const videoList = z.object({
  items: listOf(
    z.object({
      id,
      snippet: z.object({ title: text, channelId: id }),
      /** The duration is missing during a premiere (claudiob/yt#459). */
      contentDetails: z.object({ duration: z.string().optional() }),
    }),
    IDS_PER_CALL,
  ),
});

const thumbnail = z.object({ url: text.optional() }).optional();
const channelList = z.object({
  /** Missing if YouTube does not know any of the channels (medialab/minet#753). */
  items: listOf(
    z.object({
      id,
      snippet: z.object({
        title: text,
        thumbnails: z.object({ high: thumbnail, medium: thumbnail, default: thumbnail }).nullish(),
      }),
    }),
    IDS_PER_CALL,
  ).default([]),
});

export const openProvider = ({ http, secret }: ProviderHost): LinkProvider =>
  createYoutubeClient({ http: http(provider, 'youtube'), secret });

/** YouTube Data v3. Live and upcoming streams do not have a duration yet, and count as unknown. */
export function createYoutubeClient(options: {
  readonly http: ProviderHttp;
  readonly secret: SecretSource;
}): LinkProvider & Required<Pick<LinkProvider, 'groups'>> {
  const { http, secret } = options;

  /** Requests items in calls of up to 50 ids. Skips malformed ids. */
  async function list<T extends z.ZodType<{ items: { id: string }[] }>>(
    kind: 'videos' | 'channels',
    parts: string,
    schema: T,
    ids: readonly string[],
    deadline: Deadline,
  ): Promise<z.output<T>['items']> {
    const possible = new Set(ids.filter((id) => ID_PATTERN.test(id)));
    if (possible.size === 0) return [];
    const key = requireKey(await secret(), YOUTUBE, 'youtube_api_key');
    const calls = chunk([...possible], IDS_PER_CALL);
    const pages = await lookUpAll(calls, deadline, async (call, shared) => {
      const query = {
        part: parts,
        id: call.join(','),
        key,
        // `channels` returns only 5 by default; `videos` refuses the parameter together with `id`.
        ...(kind === 'channels' && { maxResults: `${IDS_PER_CALL}` }),
      };
      const answer = await http.send({ path: `/youtube/v3/${kind}`, query, deadline: shared });
      if (answer.status !== 200) throw refusal(YOUTUBE, answer);
      const { items } = parseAnswer<T>(YOUTUBE, `a list of ${kind}`, schema, answer.json);
      const stranger = items.find((item) => !call.includes(item.id));
      if (stranger === undefined) return items;
      throw providerError(YOUTUBE, `sent ${stranger.id}, which is not among the ${kind} asked for`);
    });
    return [...pages.values()].flat();
  }

  return {
    unknownBecause: 'deleted, private, live, upcoming, or wrong',

    async records(ids, deadline) {
      const items = await list('videos', 'snippet,contentDetails', videoList, ids, deadline);
      const videos = new Map<string, LinkRecord>();
      for (const { id, snippet, contentDetails } of items) {
        const seconds = durationSeconds(contentDetails.duration ?? 'P0D');
        if (seconds === undefined || seconds > LONGEST_RUNTIME_SECONDS) {
          throw providerError(YOUTUBE, `sent an invalid duration for video ${id}`);
        }
        if (seconds === 0) continue;
        const { title, channelId: groupId } = snippet;
        videos.set(id, { title, groupId, durationSeconds: seconds });
      }
      return videos;
    },

    async groups(ids, deadline) {
      const items = await list('channels', 'snippet', channelList, ids, deadline);
      return new Map(
        items.map(({ id, snippet: { title, thumbnails } }) => {
          const { high, medium, default: small } = thumbnails ?? {};
          return [id, { name: title, artworkUrl: high?.url ?? medium?.url ?? small?.url }];
        }),
      );
    },
  };
}
