import { memoize } from '@immersion-tracker/contract';
import { AFTER, BEFORE, pattern, RELEASE_WORD, SEASON_AND_EPISODE } from './patterns.ts';

/** What file managers call a copy, in several languages. */
export const COPY_WORD = 'copy|copie|c[oó]pia|kopie|kopia|コピー|副本|복사본';
export const COPY_OF = '(?:copy of|copie de|c[oó]pia de|kopie von) ';
const AT_START = pattern(`^${COPY_OF}`);
const COPY_NUMBER = String.raw`(?:\s[2-9])?`;
/** What file managers and browsers add to the name of a copy. */
const COPY = pattern(
  `(?:${[
    String.raw`[\s_]?\([1-9]\d?\)`,
    String.raw`[\s_.]*-[\s_]*(?:${COPY_WORD})${COPY_NUMBER}`,
    String.raw`(?:[\s_.]+|[の的]\s?)(?:${COPY_WORD})${COPY_NUMBER}`,
    String.raw`\s?\((?:${COPY_WORD})(?:\s[1-9])?\)`,
    String.raw`(?<=[\s_]-[\s_]\d{2,4})_[1-9]`,
  ].join('|')})+$`,
);
const CHECKSUM = /[[(](?=[^\])]*[a-f])[\da-f]{8}[\])]/gi;
const UPLOAD_ID = /(?<=.)(?:\s*\[([\w-]{11})\]|-([\w-]{11}))$/;
const BRACKET = /\[[^[\]]*\]|\([^()]*\)/gu;
const FIRST_BRACKET = /^\s*\[([^[\]]*)\]/u;
const ANY_RELEASE_WORD = pattern(RELEASE_WORD);
const ANY_SEASON_AND_EPISODE = pattern(SEASON_AND_EPISODE);
/** A bracket with only a number, or 前編 and the like, is never a release group: `[05] Title`. */
const ONLY_A_NUMBER = pattern(
  String.raw`^\s*(?:(?:第|제|#|その|(?:e|ep|part|vol|chapter)\.? ?|s\d{1,2}e)?[\d.一二三四五六七八九十-]+(?:[話话集回部章巻卷화회부]|v\d| ?end)?|[前中後后上下][編篇巻卷集])\s*$`,
);
/** `Cap.105` in Spanish releases is season 1, episode 5. With a space, it may be episode 105. */
const CAP = pattern(String.raw`${BEFORE}cap\.(\d{1,2})(\d\d)(?:_\1(\d\d))?${AFTER}`, 'g');
const DOT = /(?<![\p{L}\p{N}])(\d{1,3}\.5)(?![\p{L}\p{N}])|\./gu;

/**
 * Removes checksums, upload ids, copy marks, technical brackets and the release group from a name
 * without extension and ids, and puts spaces between its words. Keeps hyphens, because `-sample` says
 * more than `Sample`.
 */
export const cleanName = memoize((text: string): string => {
  const plain = withoutCopyMarks(text)
    .replace(UPLOAD_ID, (all, bracketed, bare) => (isUploadId(bracketed, bare) ? '' : all))
    .replace(BRACKET, (bracket) => (isTechnical(bracket) ? ' ' : bracket))
    .replace(CAP, (_, season, episode, end) => ` S${season}E${episode}${end ? `-E${end}` : ''} `);
  return spaced(withoutGroup(plain)).replace(/\s+/g, ' ').trim();
});

/** The copy mark at the end of a name, such as `(2)` or ` - Copy`; '' if there is none. */
export function copyMark(text: string): string {
  const mark = COPY.exec(text)?.[0] ?? '';
  // *Carbon Copy* is a title.
  return /^[\s_.]+Copy/.test(mark) ? '' : mark;
}

/** The number in a copy mark, such as 2 in `Pilot (2)`; null if there is none. */
export function copyNumberIn(text: string): number | null {
  return Number(/\d+/.exec(copyMark(text))?.[0] ?? 0) || null;
}

/** The id that yt-dlp appends to tell videos with the same title apart; null if there is none. */
export function uploadIdIn(text: string): string | null {
  const [, bracketed, bare] = UPLOAD_ID.exec(withoutCopyMarks(text)) ?? [];
  return isUploadId(bracketed, bare) ? (bracketed ?? bare ?? null) : null;
}

function withoutCopyMarks(text: string): string {
  const original = text.slice(0, text.length - copyMark(text).length);
  return original.replace(AT_START, '').replace(CHECKSUM, ' ').trim();
}

/** Ids are random, while words rarely mix cases. After a hyphen, episode numbers do not count as ids. */
function isUploadId(bracketed: string | undefined, bare = ''): boolean {
  if (bracketed !== undefined) return /\d|_|[a-z][A-Z]/.test(bracketed);
  const isMixed = /[a-z]\d*[A-Z]|\d[a-zA-Z]/.test(bare) && /[a-z]/.test(bare) && /[A-Z]/.test(bare);
  return isMixed && !/s\d+e\d|\d+x\d\d|^ep?[\d_]|[-_][a-z]{5,}$/i.test(bare);
}

function isTechnical(bracket: string): boolean {
  return ANY_RELEASE_WORD.test(bracket) && !ANY_SEASON_AND_EPISODE.test(bracket);
}

/** The first bracket is the release group, unless it is the number or the title: `[Oshi no Ko] - 04`. */
function withoutGroup(text: string): string {
  const [bracket, content] = FIRST_BRACKET.exec(text) ?? [];
  if (bracket === undefined || content === undefined || ONLY_A_NUMBER.test(content)) return text;
  const rest = text.slice(bracket.length);
  const isTitle = /^[\s_.]*(?:$|-[\s_.])/.test(rest);
  return isTitle ? text : rest.replace(/^[\s_.]+/, '');
}

/** Dots become spaces if they separate the words. `13.5` stays one number. */
function spaced(text: string): string {
  const words = text.replaceAll('_', ' ');
  return isDotted(text) ? words.replace(DOT, (_, number) => number ?? ' ') : words;
}

/** Whether dots separate the words: the name has more of them than spaces. */
export function isDotted(text: string): boolean {
  const outside = text.replaceAll('_', ' ').replace(BRACKET, '').trim();
  const dots = outside.match(/(?<!\.)\.(?!\.)/g)?.length ?? 0;
  const spaces = outside.match(/ +/g)?.length ?? 0;
  return dots > spaces;
}
