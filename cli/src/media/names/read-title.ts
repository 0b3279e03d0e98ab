import { cleanName, copyNumberIn, uploadIdIn } from './clean-name.ts';
import { fileText } from './file-text.ts';
import { readFolderName, withoutShow } from './folder.ts';
import { takePart } from './part.ts';
import { pattern, RELEASE_WORD } from './patterns.ts';

interface Title {
  /** In lower case, with single spaces; empty if the name has no words. */
  readonly words: string;
  /** 2 of `Pilot (2)`, which is a copy if there is a `Pilot`. */
  readonly copy: number | null;
}

export interface EpisodeTitle extends Title {
  /** The YouTube id that yt-dlp appends. */
  readonly uploadId: string | null;
}

export interface MovieTitle extends Title {
  readonly year: number | null;
  /** The title in its folder's name, if the file name may not be the movie's: `Dune/disc.mkv`. */
  readonly folder: string | null;
}

const TECHNICAL = pattern(`${RELEASE_WORD}.*`);
/** 2049 in *Blade Runner 2049* is not a year. */
const YEAR = String.raw`(?:19\d\d|20[0-3]\d)`;
const YEAR_IN_BRACKETS = pattern(String.raw`(?<=\S\s*)[\[(](${YEAR})[\])].*`);
/** The last year before technical words. */
const BARE_YEAR = pattern(String.raw`(?<=\S\s)(${YEAR})(?!.*\s${YEAR}(?!\S))(?=\s|$).*`);

/** Reads an episode's title from its path, which starts with the show's folder. */
export function readEpisodeTitle(path: string): EpisodeTitle {
  const [show = '', file = ''] = [path.split('/').at(0), path.split('/').at(-1)];
  const text = fileText(file);
  const { rest } = takePart(cleanName(text), 'episode');
  const words = wordsOf(withoutTechnical(withoutShow(rest, readFolderName(show)))) || wordsOf(rest);
  return { words, copy: copyNumberIn(text), uploadId: uploadIdIn(text) };
}

/** Reads a movie's title from its path: `<file>` or `<folder>/<file>`. */
export function readMovieTitle(path: string): MovieTitle {
  const [file = '', folder = ''] = path.split('/').reverse();
  const text = fileText(file);
  const own = titleAndYear(cleanName(text));
  const outer = titleAndYear(readFolderName(folder).text);
  const words = own.words || outer.words;
  const isClear = words === outer.words || own.year !== null;
  return {
    words,
    year: own.year ?? outer.year,
    copy: copyNumberIn(text),
    folder: isClear ? null : outer.words || null,
  };
}

function titleAndYear(text: string) {
  const { rest } = takePart(text, 'movie');
  const title = withoutTechnical(rest);
  const year =
    YEAR_IN_BRACKETS.exec(title) ?? (title === rest ? null : BARE_YEAR.exec(title.trim()));
  const words = wordsOf(year === null ? title : title.slice(0, year.index));
  return { words, year: year === null ? null : Number(year[1]) };
}

function withoutTechnical(text: string): string {
  const title = text.replace(TECHNICAL, '');
  return wordsOf(title) === '' ? text : title;
}

/** Removes accents, but keeps the marks that turn か into が. */
function wordsOf(text: string): string {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const words = plain.normalize('NFC').toLowerCase();
  return words.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim() || words.trim();
}
