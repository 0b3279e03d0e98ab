import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { podcastEpisodeId, videoId } from './ids.ts';
import { episodeFile, type Show, today } from './library.ts';
import { seededRandom } from './random.ts';

const SEED = 3;
const MEGABYTE = 1_000_000;

/** Makes a media folder with all that the learner watched today, and a little that they did not. */
export function makeMediaFolder(folder: string): void {
  const random = seededRandom(SEED);

  function write(path: string, content: string): string {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  /** Of some megabytes, all of them a hole, which takes no room on most disks. */
  function video(path: string): void {
    truncateSync(write(path, ''), Math.round((3 + 6 * random()) * MEGABYTE));
  }

  function episode(show: Show, number: number, place: 'watched/' | ''): void {
    video(`shows/${show.folder}/${place}${episodeFile(show, number)}.mkv`);
  }

  function subtitles(show: Show, number: number): void {
    write(`shows/${show.folder}/${episodeFile(show, number)}.ja.srt`, SUBTITLES);
  }

  const { finishedShow, newShow, movie } = today;
  const seen = finishedShow.episodes;
  for (const number of [seen + 1, seen + 2]) {
    episode(finishedShow, number, 'watched/');
    subtitles(finishedShow, number);
  }
  for (const number of [1, 2, 3]) episode(newShow, number, 'watched/');
  episode(newShow, 4, '');
  subtitles(newShow, 4);
  video(`movies/watched/${movie.file}.mkv`);
  video('movies/Tsuki e no Bus (2024).mkv');
  write('watched.txt', links());
}

const SUBTITLES = '1\n00:00:04,000 --> 00:00:06,500\nおはようございます。\n';

function links(): string {
  const [first, second] = today.youtubeChannels.map((channel) =>
    videoId(channel, channel.count + 1),
  );
  return [
    '# What I watched and heard elsewhere. Paste links here, one a line.',
    `https://www.youtube.com/watch?v=${first}&t=95s`,
    `https://youtu.be/${second}`,
    '',
    '# On the train',
    `https://open.spotify.com/episode/${podcastEpisodeId(today.podcast, today.podcast.count + 1)}`,
    '',
  ].join('\n');
}
