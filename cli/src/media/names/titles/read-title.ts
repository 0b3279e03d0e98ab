import { cleanName, copyNumberIn, uploadIdIn } from '../clean-name.ts';
import { fileText } from '../file-text.ts';
import { readFolderName, withoutShow } from '../folder.ts';
import { takePart } from '../part.ts';
import { foldedWords } from './folded-words.ts';
import { titleAndYear, withoutTechnical } from './title-and-year.ts';

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

/** Reads an episode's title from its path, which starts with the show's folder. */
export function readEpisodeTitle(path: string): EpisodeTitle {
  const [show = '', file = ''] = [path.split('/').at(0), path.split('/').at(-1)];
  const text = fileText(file);
  const { rest } = takePart(cleanName(text), 'episode');
  const words =
    foldedWords(withoutTechnical(withoutShow(rest, readFolderName(show)))) || foldedWords(rest);
  return { words, copy: copyNumberIn(text), uploadId: uploadIdIn(text) };
}

/** Reads a movie's title from its path: `<file>` or `<folder>/<file>`. */
export function readMovieTitle(path: string): MovieTitle {
  const [file = '', folder = ''] = path.split('/').reverse();
  const text = fileText(file);
  const own = movieTitle(cleanName(text));
  const outer = movieTitle(readFolderName(folder).text);
  const words = own.words || outer.words;
  const isClear = words === outer.words || own.year !== null;
  return {
    words,
    year: own.year ?? outer.year,
    copy: copyNumberIn(text),
    folder: isClear ? null : outer.words || null,
  };
}

function movieTitle(text: string) {
  const { title, year } = titleAndYear(takePart(text, 'movie').rest);
  return { words: foldedWords(title), year };
}
