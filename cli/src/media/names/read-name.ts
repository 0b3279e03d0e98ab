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

/** What a name says. */
export interface NameParts extends Numbers {
  /** Why the file may not be what was watched: it is left out, or the learner is asked. */
  readonly flags: readonly Flag[];
  /** 2 of `CD2`. */
  readonly part: number | null;
}

/** The words beside the numbers in the name of an episode; '' if there are none. */
export interface EpisodeWords {
  /** Without the show's title, if its folder has it. */
  readonly before: string;
  readonly after: string;
}

const NO_NUMBERS: Numbers = { season: null, episode: null, episodeEnd: null, date: null };

/** Flags of files that have numbers of their own: `NCED2` is not episode 2. */
const COUNTED_APART: readonly Flag[] = ['creditless', 'trailer', 'extra'];

/**
 * Reads the name of a movie's file, extension included. Numbers in it are never taken for a season or an
 * episode. Never throws.
 */
export function readMovie(name: string): NameParts {
  return readFile(name, 'movie', []).parts;
}

/**
 * What the path of an episode says, from its show's folder, with `/`: `Vinland Saga/Season 02/05.mkv`.
 * The season is the file's own, else the nearest folder's. Folders beneath the show's, such as `Sample`
 * and `Extras`, give their flags to all inside. Never throws.
 */
export function readPath(path: string): NameParts {
  return readEpisodeName(path).parts;
}

/** The same, plus the words of the name that are neither numbers nor about the release. */
export function readEpisodeName(path: string): { parts: NameParts; words: EpisodeWords } {
  const [file = '', ...names] = path.split('/').reverse();
  const folders = names.map(readFolderName);
  const { parts, before, after } = readFile(file, 'episode', folders);
  const { season } = parts;
  return {
    parts: { ...parts, season: season ?? nearestSeason(folders) },
    words: { before: plainWords(before, season), after: plainWords(after, season) },
  };
}

function nearestSeason(folders: readonly FolderName[]): number | null {
  for (const folder of folders) {
    const season = folderSeason(folder);
    if (season !== null) return season;
  }
  return null;
}

/** `folders` are those that the file is in, as far as known, its own first, its show's last. */
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
  const none = { ...NO_NUMBERS, season: seasonIn(text) };
  return located ?? { numbers: none, before: text, after: '' };
}
