export type Item = Readonly<Record<string, string | number>>;

const USER = 'alice';
export const PARTITION = `USER#${USER}`;
export const TABLE = 'immersion_tracker';

/** 2015-01-01, in epoch seconds. */
const FIRST = 1_420_070_400;
const TEN_YEARS = 10 * 365 * 24 * 60 * 60;

/** That many watch records of ten years, of all kinds, with the items of their groups. */
export function makeItems(count: number): Item[] {
  const share = (part: number) => Math.round(count * part);
  return [
    ...numbered(share(0.6), episode),
    ...numbered(share(0.6 / PER_SHOW), show),
    ...numbered(share(0.3), video),
    ...numbered(share(0.3 / PER_CHANNEL), channel),
    ...numbered(share(0.08), podcastEpisode),
    ...numbered(share(0.08 / PER_PODCAST), podcast),
    ...numbered(share(0.02), movie),
  ].map((item) => ({ pk: PARTITION, user: USER, ...item }));
}

const PER_SHOW = 20;
const PER_CHANNEL = 10;
const PER_PODCAST = 16;

type Make = (index: number, timestamp: number) => Item;

const numbered = (count: number, make: Make): Item[] =>
  Array.from({ length: count }, (_, index) =>
    make(index, FIRST + Math.floor((index / count) * TEN_YEARS)),
  );

const group = (index: number, size: number): number => Math.floor(index / size);

/** Every fourth with a length of its own. */
function episode(index: number, timestamp: number): Item {
  const folder = `Mainichi Densha ${group(index, PER_SHOW)}`;
  const file = `S01E${index}`;
  return {
    sk: `EPISODE#${folder}#${file}`,
    ...{ folder_name: folder, file_name: file, timestamp },
    ...(index % 4 === 0 && { episode_duration: 1440 }),
  };
}

/** Every other one is on TheTVDB. */
function show(index: number): Item {
  const folder = `Mainichi Densha ${index}`;
  return {
    ...{ sk: `SHOW#${folder}`, folder_name: folder, version: 1 },
    ...(index % 2 === 0 && {
      tvdb_id: 100_000 + index,
      tvdb_name: `毎日電車 ${index}`,
      tvdb_image: `https://artworks.example/banners/series/${index}/posters/1.jpg`,
      tvdb_average_runtime: 1500,
    }),
  };
}

function video(index: number, timestamp: number): Item {
  const id = `video${String(index).padStart(6, '0')}`;
  return {
    sk: `YOUTUBEVIDEO#${id}`,
    ...{ youtube_video_id: id, youtube_video_title: `毎日ゆっくり日本語 ${index}`, timestamp },
    ...{ youtube_channel_id: `UC${group(index, PER_CHANNEL)}`, youtube_video_duration: 720 },
  };
}

const channel = (index: number): Item => ({
  ...{ sk: `YOUTUBECHANNEL#UC${index}`, youtube_channel_id: `UC${index}` },
  youtube_channel_title: `ひと駅ぶらり散歩 ${index}`,
  youtube_channel_artwork_url: `https://yt3.example/channel/${index}/picture=s800`,
});

function podcastEpisode(index: number, timestamp: number): Item {
  const id = `episode${String(index).padStart(15, '0')}`;
  return {
    sk: `SPOTIFYEPISODE#${id}`,
    ...{ spotify_episode_id: id, spotify_episode_title: `朝のにほんご ${index}`, timestamp },
    ...{ spotify_show_id: `show${group(index, PER_PODCAST)}`, spotify_episode_duration: 1080 },
  };
}

const podcast = (index: number): Item => ({
  ...{ sk: `SPOTIFYSHOW#show${index}`, spotify_show_id: `show${index}` },
  spotify_show_name: `言葉の小部屋 ${index}`,
  spotify_show_artwork_url: `https://i.example/image/${index}`,
});

function movie(index: number, timestamp: number): Item {
  const file = `Ame no Hi no Kujira ${index}`;
  return {
    ...{ sk: `MOVIE#${file}`, file_name: file, timestamp, movie_duration: 6240 },
    ...{ tvdb_id: 200_000 + index, tvdb_name: `雨の日のくじら ${index}` },
    tvdb_image: `https://artworks.example/banners/movies/${index}/posters/1.jpg`,
  };
}
