import { cleanName, copyMark } from './clean-name.ts';
import { fileText } from './file-text.ts';
import { type Flag, flagsIn } from './flags.ts';
import {
  type FolderName,
  folderFlags,
  folderSeason,
  readFolderName,
  withoutShow,
} from './folder.ts';
import { bareNumber } from './numbers/bare-number.ts';
import { type Located, markedNumber, type Numbers } from './numbers/marked-number.ts';
import { seasonIn } from './numbers/seasons.ts';
import { takePart } from './part.ts';
import { plainWords } from './plain-words.ts';
import { isUnfinished } from './unfinished.ts';
import { workingCopy } from './working-copy.ts';

export interface NameParts extends Numbers {
  /** Why the learner may not have watched this file. */
  readonly flags: readonly Flag[];
  /** 2 for `CD2`. */
  readonly part: number | null;
}

/** The words before and after the numbers in the name of an episode; '' if there are none. */
export interface EpisodeWords {
  /** Without the show's title, if its folder is named after it. */
  readonly before: string;
  readonly after: string;
}

const NO_NUMBERS: Numbers = { season: null, episode: null, episodeEnd: null, date: null };

/** Flags of files that are numbered separately: `NCED2` is not episode 2. */
const COUNTED_APART: readonly Flag[] = ['creditless', 'trailer', 'extra'];

/**
 * Reads the file name of a movie, with its extension. Does not take any number for a season or an
 * episode. Never throws.
 */
export function readMovie(name: string): NameParts {
  return readFile(name, 'movie', []).parts;
}

/**
 * Reads the path of an episode, which starts with its show's folder: `Vinland Saga/Season 02/05.mkv`.
 * The season comes from the file name, or else from the nearest folder. Folders in the show's folder,
 * such as `Sample` and `Extras`, give their flags to everything in them. Never throws.
 */
export function readPath(path: string): NameParts {
  return readEpisodePath(path).parts;
}

/** Like `readPath`, with the words of the file name that do not describe the release. */
export function readEpisodeName(path: string): {
  readonly parts: NameParts;
  readonly words: EpisodeWords;
  /** The cleaned text before the numbers, without the show's title if its folder is named after it. */
  readonly before: string;
} {
  const { parts, ownSeason, before, after } = readEpisodePath(path);
  return {
    parts,
    words: { before: plainWords(before, ownSeason), after: plainWords(after, ownSeason) },
    before,
  };
}

function readEpisodePath(path: string) {
  const [file = '', ...names] = path.split('/').reverse();
  const folders = names.map(readFolderName);
  const { parts, ...rest } = readFile(file, 'episode', folders);
  const { season: ownSeason } = parts;
  const season = ownSeason ?? nearestSeason(folders);
  return { parts: { ...parts, season }, ownSeason, ...rest };
}

function nearestSeason(folders: readonly FolderName[]): number | null {
  for (const folder of folders) {
    const season = folderSeason(folder);
    if (season !== null) return season;
  }
  return null;
}

/** `folders` are the known folders that the file is in, innermost first and its show's last. */
function readFile(name: string, where: 'episode' | 'movie', folders: readonly FolderName[]) {
  const title = fileText(name);
  const { part, rest: text } = takePart(cleanName(title), where);
  const own: readonly Flag[] = isUnfinished(workingCopy(name)) ? ['unfinished'] : [];
  const inherited = folders.slice(0, -1).flatMap(folderFlags);
  const flags = [...new Set([...own, ...inherited, ...flagsIn(text)])];
  const none = { numbers: NO_NUMBERS, before: text, after: '' };
  const { numbers, before, after } =
    where === 'movie' ? none : numbersIn(text, flags, folders.at(-1));
  return { parts: { flags, ...numbers, part }, before, after: after + copyMark(title) };
}

function numbersIn(text: string, flags: readonly Flag[], show?: FolderName): Located {
  const found = markedNumber(text);
  const marked = found && { ...found, before: withoutShow(found.before, show) };
  const isApart = flags.some((flag) => COUNTED_APART.includes(flag));
  const isCertain = marked !== null && (marked.numbers.season ?? marked.numbers.date) !== null;
  const apart = isCertain ? marked : null;
  const located = isApart ? apart : (marked ?? bareNumber(withoutShow(text, show)));
  if (located !== null) return located;
  return { numbers: { ...NO_NUMBERS, season: seasonIn(text) }, before: text, after: '' };
}
