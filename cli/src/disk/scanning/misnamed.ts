import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isAnyWatched, isHidden, isSystemFolder } from '../../media/folder-kinds.ts';
import { COPY_OF, COPY_WORD } from '../../media/names/clean-name.ts';
import { visible } from '../../text/visible.ts';
import type { Finding } from '../finding.ts';

/** The entries of a media folder that are read. */
type Right = 'watched.txt' | 'shows' | 'movies';

/** An entry of a media folder whose name only resembles one that is read. */
interface Lookalike {
  readonly name: string;
  readonly problem: string;
  /** The name it was probably meant to have; undefined if that depends on its contents. */
  readonly right: Right | undefined;
  /** What to do if the right name is already taken. */
  readonly move?: string;
}

/** What file managers, browsers and sync tools add to the name of a copy. */
const COPY = [
  String.raw` ?\(\d+\)| \d{1,2}`,
  String.raw`[ _]?-? ?(?:${COPY_WORD})(?: ?\(?\d+\)?)?`,
  String.raw` ?\(.*(?:[ck]onfli[ck]?t|競合|冲突).*\)`,
  String.raw`[._-](?:sync-)?conflict-[\w-]+|-(?:desktop|laptop)-\w+`,
].join('|');
const LIST = new RegExp(
  `^(?:${COPY_OF})?watched(?:\\.txt)?(?:${COPY})? ?(?:\\.(?:txt|text|md|markdown|org|csv|log|list))?(?:\\.txt)?$`,
);
const NOT_PLAIN_TEXT = /^watched(?:\.txt)?\.(?:rtf|docx?|odt|pages|html?)$/;

const SHOWS = /^(?:tv[ _-]?)?(?:shows?|series)$|^(?:tv|anime)$/;
const MOVIES = /^(?:movies?|films?)$/;

/**
 * The entries of a media folder that would be read if they had the right name. Leaves out empty files,
 * folders with nothing in a `watched`, and names that open the right entry, as `Watched.TXT` does on a
 * disk that ignores letter case.
 */
export async function misnamedIn(root: string, entries: readonly Dirent[]): Promise<Finding[]> {
  const found = await Promise.all(
    lookalikesAmong(entries).map(async (one) => {
      const path = join(root, one.name);
      const isRead = one.right !== undefined && (await areSame(path, join(root, one.right)));
      return !isRead && (await holdsSomething(path)) ? [one] : [];
    }),
  );
  return inWords(found.flat(), entries).map(({ name, reason }) => {
    return { path: join(root, name), reason };
  });
}

/** Names that resemble the right ones, each with what to do about it. */
export function misnamedAmong(entries: readonly Dirent[]) {
  return inWords(lookalikesAmong(entries), entries);
}

/** Only one of them can take the right name; the contents of the others must be moved there. */
function inWords(lookalikes: readonly Lookalike[], entries: readonly Dirent[]) {
  const taken = new Set(entries.map(({ name }) => name));
  return lookalikes.map(({ name, problem, right, move }) => {
    if (right === undefined || move === undefined) return { name, reason: problem };
    const advice = taken.has(right) ? move : `rename it to ${right}`;
    taken.add(right);
    return { name, reason: `${problem}: ${advice}` };
  });
}

function lookalikesAmong(entries: readonly Dirent[]): Lookalike[] {
  return entries.flatMap((entry): Lookalike[] => {
    const { name } = entry;
    const folded = visible(name).normalize('NFKC').toLowerCase();
    if (entry.isDirectory()) {
      if (folded === 'watched') return [{ name, problem: OUTSIDE, right: undefined }];
      const right = SHOWS.test(folded) ? 'shows' : MOVIES.test(folded) ? 'movies' : undefined;
      if (right === undefined || right === name) return [];
      return [{ name, problem: 'is not read', right, move: `move its contents to ${right}` }];
    }
    if (!entry.isFile() || name === 'watched.txt') return [];
    const right = 'watched.txt';
    if (NOT_PLAIN_TEXT.test(folded)) return [{ name, problem: NOT_TEXT, right }];
    if (!LIST.test(folded)) return [];
    return [{ name, problem: NOT_READ, right, move: `move its lines to ${right}` }];
  });
}

const OUTSIDE =
  "is not read here: a watched folder belongs in movies, or in a show's folder in shows";
const NOT_READ = 'looks like a watched list, but is not read';
const NOT_TEXT = `${NOT_READ}: save its links as plain text in watched.txt`;

async function areSame(path: string, other: string): Promise<boolean> {
  try {
    // File ids on Windows exceed the safe integers.
    const [a, b] = [await lstat(path, { bigint: true }), await lstat(other, { bigint: true })];
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return false;
  }
}

async function holdsSomething(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  return stats?.isDirectory() ? holdsWatched(path) : (stats?.size ?? 0) > 0;
}

/** Whether the folder, if it is called `watched`, or a `watched` beneath it contains something. */
async function holdsWatched(folder: string): Promise<boolean> {
  const entries = await entriesAt(folder);
  // Systems put hidden files there, such as `.DS_Store`.
  if (isAnyWatched(basename(folder))) return entries.some(({ name }) => !isHidden(name));
  const inside = entries
    .filter((entry) => entry.isDirectory() && !isSystemFolder(entry.name))
    .map(({ name }) => holdsWatched(join(folder, name)));
  return (await Promise.all(inside)).includes(true);
}

const entriesAt = (folder: string) => readdir(folder, { withFileTypes: true }).catch(() => []);
