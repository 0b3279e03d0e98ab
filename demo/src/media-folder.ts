import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { chance } from './chance.ts';
import { today } from './library.ts';

const MEGABYTE = 1_000_000;
const LIST = 'watched.txt';
const SUBTITLES = '1\n00:00:04,000 --> 00:00:06,500\nおはようございます。\n';

/** Makes a media folder with everything that the learner watched today, and two videos not watched yet. */
export function makeMediaFolder(media: string): void {
  const { finishedShow, newShow, movie, podcastEpisode } = today;
  const [finished, begun] = [`shows/${finishedShow.folder}`, `shows/${newShow.folder}`];
  const lastTwo = [1, 2].map((number) =>
    finishedShow.episode(finishedShow.watched.length + number),
  );
  const firstThree = [1, 2, 3].map((number) => newShow.episode(number));
  const fourth = newShow.episode(4);
  const videos = [
    ...lastTwo.map((name) => `${finished}/watched/${name}`),
    ...firstThree.map((name) => `${begun}/watched/${name}`),
    `${begun}/${fourth}`,
    `movies/watched/${movie.file}`,
    'movies/Tsuki e no Bus (2024)',
  ];
  const subtitles = [...lastTwo.map((name) => `${finished}/${name}`), `${begun}/${fourth}`];
  const [first, second] = today.videos;
  const list = [
    '# What I watched and heard online. Paste links here, one per line.',
    `https://www.youtube.com/watch?v=${first.id}&t=95s`,
    `https://youtu.be/${second.id}`,
    '',
    '# On the train',
    `https://open.spotify.com/episode/${podcastEpisode.id}`,
    '',
  ];

  for (const path of videos) {
    // A sparse file, which does not take up space on most file systems.
    const size = Math.round((3 + 6 * chance(path)) * MEGABYTE);
    truncateSync(write(join(media, `${path}.mkv`), ''), size);
  }
  for (const path of subtitles) write(join(media, `${path}.ja.srt`), SUBTITLES);
  write(join(media, LIST), list.join('\n'));
}

function write(file: string, content: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

/** The media folder as a tree, with the lines of watched.txt below. */
export function drawMediaFolder(media: string): string {
  const links = readFileSync(join(media, LIST), 'utf8').trimEnd().split('\n');
  return [
    `${basename(media)}/`,
    ...branches(media),
    ...links.map((line) => `    ${line}`.trimEnd()),
  ].join('\n');
}

function branches(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.flatMap((entry, index) => {
    const [fork, beneath] = index === sorted.length - 1 ? ['└── ', '    '] : ['├── ', '│   '];
    if (!entry.isDirectory()) return [fork + entry.name];
    const inside = branches(join(folder, entry.name)).map((line) => beneath + line);
    return [`${fork}${entry.name}/`, ...inside];
  });
}
