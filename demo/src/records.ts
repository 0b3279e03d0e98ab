import {
  makeChannel,
  makeCover,
  makeEpisode,
  makeMovie,
  makePoster,
  makeSeries,
  makeVideo,
  type ProvidersOptions,
} from '@immersion-tracker/stand-ins';
import { channelId, podcastEpisodeId, podcastId, videoId } from './ids.ts';
import { type Channel, movies, podcasts, shows, today, youtubeChannels } from './library.ts';

/** What the stand-ins know of the library, and as ever of all else. */
export function records(): ProvidersOptions {
  const series = byId([...shows, today.newShow], ({ tvdbId: id, name, minutes: runtime }) => {
    return [id, makeSeries({ id, name, image: makePoster(name), runtime })];
  });
  const films = byId(
    [...movies.map(([movie]) => movie), today.movie],
    ({ tvdbId: id, name, minutes: runtime }) => {
      return [id, makeMovie({ id, name, image: makePoster(name), runtime })];
    },
  );
  const cover = ({ name, lacksArtwork }: Channel) => (lacksArtwork ? null : makeCover(name));
  const channels = byId(youtubeChannels, (channel) => {
    const id = channelId(channel);
    const { name: title } = channel;
    return [id, makeChannel({ id, title, handle: id.toLowerCase(), artwork: cover(channel) })];
  });
  const videos = byId(youtubeChannels.flatMap(numbered), ({ channel, number, minutes }) => {
    const id = videoId(channel, number);
    const { name: channelTitle } = channel;
    const title = `${channelTitle} #${number}`;
    const duration = `PT${minutes}M`;
    return [id, makeVideo({ id, title, channelId: channelId(channel), channelTitle, duration })];
  });
  const episodes = byId(podcasts.flatMap(numbered), ({ channel, number, minutes }) => {
    const id = podcastEpisodeId(channel, number);
    const { name } = channel;
    const show = { id: podcastId(channel), name, artwork: cover(channel) };
    return [
      id,
      makeEpisode({ id, name: `${name} #${number}`, milliseconds: minutes * 60_000, show }),
    ];
  });

  return {
    tvdb: { series: (id) => series.get(id), movies: (id) => films.get(id) },
    youtube: { videos: (id) => videos.get(id), channels: (id) => channels.get(id) },
    spotifyApi: { episodes: (id) => episodes.get(id) },
  };
}

/** All of a channel, today's included. No two that follow one another are of the same length. */
function numbered(channel: Channel) {
  return Array.from({ length: channel.count + 1 }, (_, index) => {
    const number = index + 1;
    return { channel, number, minutes: channel.minutes + ((number * 2) % 5) - 2 };
  });
}

function byId<Thing, Id, Made>(
  things: readonly Thing[],
  make: (thing: Thing) => readonly [Id, Made],
): ReadonlyMap<Id, Made> {
  return new Map(things.map(make));
}
