import { basename } from 'node:path';
import { withoutExtension } from '../../media/file-kinds.ts';
import { uploadIdIn } from '../../media/names/clean-name.ts';
import { fileText } from '../../media/names/file-text.ts';
import { plainWords } from '../../media/names/plain-words.ts';
import { type EpisodeWords, readEpisodeName, readPath } from '../../media/names/read-name.ts';
import type { VideoFolder } from '../video-folder.ts';
import { partsOf } from '../walk.ts';
import { areTags, isLanguageWord } from './tags.ts';

interface SaidEpisode {
  /** Identifies the episode within its show; undefined if the path does not say. */
  readonly number: string | undefined;
  readonly words: EpisodeWords;
  /** The file name without its extension and ids. */
  readonly text: string;
}

export function episodeOf(folder: VideoFolder, path: string): SaidEpisode {
  const way = [basename(folder.path), ...partsOf(folder.path, path)].join('/');
  const { parts, words } = readEpisodeName(way);
  const { season, episode, episodeEnd, date, part } = parts;
  const isSaid = episode !== null || date !== null;
  const number = isSaid ? JSON.stringify([season, episode, episodeEnd, date, part]) : undefined;
  // After an episode number, a language is not part of a title.
  const after = words.after.split(/[ &+,]+/).filter((word) => !isLanguageWord(word));
  return { number, words: { ...words, after: after.join(' ') }, text: fileText(basename(path)) };
}

/**
 * Whether a subtitle adds no words to the video's name, on either side of the number or in brackets.
 * Other words may name another show, as in `Show II - 01`, or be the learner's, as in `01 vocab`.
 */
export function saysNoMore(subtitle: SaidEpisode, video: SaidEpisode): boolean {
  return (
    ['', video.words.before].includes(subtitle.words.before) &&
    ['', video.words.after].includes(subtitle.words.after) &&
    asidesIn(subtitle.text).every((aside) => video.text.includes(aside))
  );
}

/** The brackets and upload ids of a name: not among its words, but they may still add something. */
function asidesIn(text: string): string[] {
  const isLone = LONE_FIRST.test(text);
  const brackets = [...text.matchAll(BRACKET)].filter(({ 0: bracket, index }) => {
    const isGroup = text.slice(0, index).trim() === '' && !isLone;
    return !isGroup && !isTechnical(bracket.slice(1, -1));
  });
  return [...brackets.map(([bracket]) => bracket), ...[uploadIdIn(text) ?? []].flat()];
}

/** The first bracket is the release group only if a title follows, unlike in `[vocab] 01`. */
const LONE_FIRST = /^\s*\[[^[\]]*\]\s*(?=\[|[a-z]{0,2}\d)/i;
const BRACKET = /\[[^[\]]*\]|\([^()]*\)/gu;

const isTechnical = (text: string) =>
  plainWords(text, null) === '' ||
  areTags(`.${text}`) ||
  areTags(`.${text.toLowerCase()}`) ||
  /^(?:[\d\s.-]+(?:v\d)?|[\da-f]{8})$/i.test(text);

/** The season according to the video's name or a folder above it; null if neither says. */
export function saidSeason(folder: VideoFolder, path: string): number | null {
  return readPath(['-', ...partsOf(folder.path, path)].join('/')).season;
}

/** The path of the video that a subtitle would belong to: without `.ja` and the like. */
export function asVideo(subtitle: string): string {
  const title = withoutExtension(subtitle);
  const name = basename(title);
  const starts = [...name].map((_, index) => title.length - index);
  const end = starts.findLast((start) => areTags(title.slice(start))) ?? title.length;
  return `${title.slice(0, end)}.mkv`;
}
