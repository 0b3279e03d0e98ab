import type { endpoints } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { requireKnown } from '../http/unknown-ids.ts';
import { type Clock, nowInSeconds } from '../kernel/clock.ts';
import { YOUTUBE, type YoutubeClient } from '../providers/youtube/client.ts';
import { absent, unrecorded } from '../store/absent.ts';
import { partitionKey, sortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

/**
 * `POST /syncyoutube`: records watched videos, after records of their channels. A channel that
 * YouTube does not know (any more) stays without one.
 */
export function syncYoutube(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly youtube: YoutubeClient;
}): Handler<typeof endpoints.syncYoutube> {
  const { store, clock, youtube } = deps;

  return async ({ user, body, deadline }) => {
    const { signal } = deadline;
    const { source } = body;
    const pk = partitionKey(user);
    const timestamp = nowInSeconds(clock);
    const ids = new Map(
      body.video_ids.map((id, index) => [sortKey.youtubeVideo(id, `video_ids[${index}]`), id]),
    );
    const newIds = await unrecorded(store, pk, ids, signal);
    const videos = await youtube.videos([...newIds.values()], deadline);
    const watched = requireKnown(
      {
        provider: YOUTUBE,
        kind: 'video',
        reasons: 'deleted, private, live, not yet out, or wrong',
      },
      newIds,
      (id) => id,
      videos,
    );

    const channelIds = new Map(
      watched.map(({ record: { channelId } }) => [sortKey.youtubeChannel(channelId), channelId]),
    );
    const newChannelIds = await absent(store, pk, channelIds, signal);
    const channels = await youtube.channels([...newChannelIds.values()], deadline);

    await store.insertIfAbsent(
      [...newChannelIds].flatMap(([sk, id]) => {
        const channel = channels.get(id);
        if (channel === undefined) return [];
        return {
          ...{ pk, sk, user, source },
          youtube_channel_id: id,
          youtube_channel_title: channel.title,
          youtube_channel_artwork_url: channel.artworkUrl,
        };
      }),
      signal,
    );
    const added = await store.insertIfAbsent(
      watched.map(({ sk, entry, record }) => ({
        ...{ pk, sk, user, timestamp, source },
        youtube_video_id: entry,
        youtube_video_title: record.title,
        youtube_channel_id: record.channelId,
        youtube_video_duration: record.durationSeconds,
      })),
      signal,
    );
    return { videos_added: added.size };
  };
}
