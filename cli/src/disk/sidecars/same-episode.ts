import { basename } from 'node:path';
import { withoutExtension } from '../../media/file-kinds.ts';
import { uploadIdIn } from '../../media/names/clean-name.ts';
import { fileText } from '../../media/names/file-text.ts';
import { plainWords } from '../../media/names/plain-words.ts';
import { type EpisodeWords, readEpisodeName, readPath } from '../../media/names/read-name.ts';
import type { VideoFolder } from '../video-folder.ts';
import { partsOf } from '../walk.ts';
import { areTags, isLanguageWord } from './tags.ts';

/** What a path says about its episode. */
interface SaidEpisode {
  /** Of its season; undefined if the path does not say. */
  readonly number: string | undefined;
  readonly words: EpisodeWords;
  /** The file's name without its extension and ids. */
  readonly text: string;
}

export function episodeOf(folder: VideoFolder, path: string): SaidEpisode {
  const way = [basename(folder.path), ...partsOf(folder.path, path)].join('/');
  const { parts, words } = readEpisodeName(way);
  const { season, episode, episodeEnd, date, part } = parts;
  const isSaid = episode !== null || date !== null;
  const number = isSaid ? JSON.stringify([season, episode, episodeEnd, date, part]) : undefined;
  // After the number of an episode, a language is not a word of the show's title.
  const after = words.after.split(/[ &+,]+/).filter((word) => !isLanguageWord(word));
  return { number, words: { ...words, after: after.join(' ') }, text: fileText(basename(path)) };
}

/**
 * Whether a subtitle's words are the video's, or none, on either side of the number and in brackets: any
 * other may be of another series, as in `Show II - 01`, or the learner's own, as in `01 vocab`.
 */
export function saysNoMore(subtitle: SaidEpisode, video: SaidEpisode): boolean {
  return (
    ['', video.words.before].includes(subtitle.words.before) &&
    ['', video.words.after].includes(subtitle.words.after) &&
    asidesIn(subtitle.text).every((aside) => video.text.includes(aside))
  );
}

/** Parts of a name that are not among its words but may still add something. */
function asidesIn(text: string): string[] {
  const isLone = LONE_FIRST.test(text);
  const brackets = [...text.matchAll(BRACKET)].filter(({ 0: bracket, index }) => {
    const isGroup = text.slice(0, index).trim() === '' && !isLone;
    return !isGroup && !isTechnical(bracket.slice(1, -1));
  });
  return [...brackets.map(([bracket]) => bracket), ...[uploadIdIn(text) ?? []].flat()];
}

/** A first bracket is the group only if a title follows: `[vocab] 01` and `[Show II][01]` have none. */
const LONE_FIRST = /^\s*\[[^[\]]*\]\s*(?=\[|[a-z]{0,2}\d)/i;
const BRACKET = /\[[^[\]]*\]|\([^()]*\)/gu;

const isTechnical = (text: string) =>
  plainWords(text, null) === '' ||
  areTags(`.${text}`) ||
  areTags(`.${text.toLowerCase()}`) ||
  /^(?:[\d\s.-]+(?:v\d)?|[\da-f]{8})$/i.test(text);

/** The season that a video's name, or a folder above it, gives; null if neither does. */
export function saidSeason(folder: VideoFolder, path: string): number | null {
  return readPath(['-', ...partsOf(folder.path, path)].join('/')).season;
}

/** The name of the video that a subtitle would belong to: without `.ja` and the like. */
export function asVideo(subtitle: string): string {
  const title = withoutExtension(subtitle);
  const name = basename(title);
  const starts = [...name].map((_, index) => title.length - index);
  const end = starts.findLast((start) => areTags(title.slice(start))) ?? title.length;
  return `${title.slice(0, end)}.mkv`;
}
