/**
 * Pieces of regular expressions that several rules share. They replace `\b`, which knows only ASCII,
 * while Japanese, Chinese and Korean put no space between a title and a Latin mark: `フリーレンS01E05`.
 */
const LATIN = String.raw`\p{Script=Latin}\p{N}`;

/** Not inside a Latin word or number. */
export const BEFORE = `(?<![${LATIN}])`;
/** Like `BEFORE`, but a number may precede: `2기Ep5`. */
export const NOT_IN_WORD = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}])`;
export const AFTER = `(?![${LATIN}])`;

/** Technical words that never occur in titles, unlike "Web", "Opus" or "Proper" alone. */
const RELEASE = [
  String.raw`\d{3,4}[pi]|4k|uhd|\d{3,4}x\d{3,4}`,
  String.raw`web[- ]?(?:dl|rip)|web(?= (?:\d{3,4}p|[xh][ .]?26[45]|hevc))`,
  'blu-?ray|b[dr]-?rip|bd(?:remux)?|remux|hdtv(?:rip)?|[ps]dtv|dvd(?:rip|scr)',
  '[xh][ .]?26[45]|hevc|avc|av1|xvid|divx|(?:8|10|12)-?bit',
  String.raw`aac\d?|e?ac3|ddp\d?|dts|flac|truehd|hdr(?:10)?|vostfr`,
].join('|');
export const RELEASE_WORD = `${BEFORE}(?:${RELEASE})${AFTER}`;

/** Only a bracket or technical words may follow. `Trailer (2016)` is a title with its year. */
export const AT_END = String.raw`(?=\s*(?:$|[\[(](?!\d{4}\))|${RELEASE_WORD}))`;

/** `S01E05` and the like, for rules that only need to know whether there is one. */
export const SEASON_AND_EPISODE = String.raw`${BEFORE}[st]\d{1,4}[ .]?ep?\d`;

export function pattern(source: string, flags = ''): RegExp {
  return new RegExp(source, `iu${flags}`);
}
