import { memoize } from '@immersion-tracker/contract';
import { cleanName } from './clean-name.ts';
import type { Flag } from './flags.ts';
import { withoutIds } from './ids.ts';
import { namesSeveralSeasons, seasonIn } from './numbers/seasons.ts';
import { pattern } from './patterns.ts';
import { controlFileOf } from './unfinished.ts';
import { workingCopy } from './working-copy.ts';

/** The name of a folder, prepared for reading. */
export interface FolderName {
  /** The whole name, as `workingCopy` normalizes it. */
  readonly name: string;
  /** Cleaned, without its ids. */
  readonly text: string;
}

const SPECIALS = pattern(
  '^(?:specials?|ovas?|oads?|sps?|spéciaux|especiales|especiais|speciali|sonderfolgen|スペシャル|特別編|番外[編篇]|특별편)$',
);
/** Forms that are too short, or too common in titles, to count next to other words. */
const SHORT_SEASON = pattern(String.raw`^(?:t|series\s)(\d{1,2})$`);

const FLAGS: readonly (readonly [Flag, RegExp])[] = [
  ['sample', pattern('^samples?$')],
  [
    'creditless',
    pattern(
      '^(?:nc|nc(?:op|ed)s?(?: ?[&+]? ?nc(?:op|ed)s?)?|ops? ?[&+] ?eds?|creditless.*|ノンクレジット.*|ノンテロップ.*)$',
    ),
  ],
  [
    'trailer',
    pattern(
      '^(?:trailers?|teasers?|(?:pv|cm)s?(?: ?[&+] ?(?:pv|cm)s?)?|予告[編篇]?|预告片?|예고편)$',
    ),
  ],
  [
    'extra',
    pattern(
      '^(?:extras?|featurettes?|bonus(?: ?(?:features|material|disc))?|special features|behind the ?scenes|deleted ?scenes?|interviews?|scenes?|shorts?|clips?|others?|making of|menus?|特典(?:映像)?|映像特典|メイキング)$',
    ),
  ],
];

export const readFolderName = memoize((folderName: string): FolderName => {
  const name = workingCopy(folderName);
  return { name, text: cleanName(withoutIds(name)) };
});

/**
 * The season in a folder's name: 2 in `Season 02`, `S02`, `Staffel 2`, `第2期` and `Dark S02 1080p`, 0 in
 * `Specials`. Null unless the name has exactly one season.
 */
export function folderSeason({ text }: FolderName): number | null {
  if (SPECIALS.test(text)) return 0;
  const short = SHORT_SEASON.exec(text)?.[1];
  if (short !== undefined) return Number(short);
  return namesSeveralSeasons(text) ? null : seasonIn(text);
}

/**
 * The flags that a folder beneath a show's or movie's folder gives to everything in it. Not for the
 * show's folder itself: *Extras* is a show.
 */
export function folderFlags({ name, text }: FolderName): readonly Flag[] {
  // Safari downloads into a folder called `05.mkv.download`; SABnzbd unpacks in `_UNPACK_05`.
  const isUnfinished = controlFileOf(name) !== undefined || /^_(?:UNPACK|FAILED)_/.test(name);
  const unfinished: readonly Flag[] = isUnfinished ? ['unfinished'] : [];
  return [...unfinished, ...FLAGS.flatMap(([flag, names]) => (names.test(text) ? [flag] : []))];
}

/** Removes the show's title from a file's text: the number in *Zom 100* is not an episode. */
export function withoutShow(text: string, show: FolderName | undefined): string {
  const whole = show?.text ?? '';
  for (const title of [whole, whole.replace(/\s*\(\d{4}\)$/, '')]) {
    const [start, rest] = [text.slice(0, title.length), text.slice(title.length)];
    const isTitle = start.toLowerCase() === title.toLowerCase() && !/^[\p{L}\p{N}]/u.test(rest);
    if (isTitle) return rest.trimStart();
  }
  return text;
}
