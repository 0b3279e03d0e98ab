import { AFTER, AT_END, BEFORE, pattern, RELEASE_WORD } from './patterns.ts';

const DISC = String.raw`(?:cd|dis[ck])\s?|dvd(?=[1-4]${AFTER})`;

/** `Part 2` without a hyphen belongs to the title: `Dune Part 2`. DVD5 and DVD9 are kinds of discs. */
const PART = pattern(
  String.raw`(?<=\S[\s.-]+)(?:${BEFORE}(?:${DISC})|${BEFORE}pt|(?<=-\s?)part)(?<part>\d{1,2})${AT_END}`,
);

const WORD = '(?:part|parte|partie|teil|deel|часть)';
/** Parts of a movie, whose year may follow. In a show, `1 of 8` and `Part 1` count episodes. */
const MOVIE_PARTS = [
  `${BEFORE}(?:${DISC}|pt|${WORD})(?<part>\\d{1,2})`,
  String.raw`(?<=-\s?)${WORD}\s(?<part>\d{1,2})`,
  String.raw`[\[(]${WORD}\s?(?<part>\d{1,2})[\])]`,
  String.raw`[\[(]?${BEFORE}(?<part>\d)\s?(?:of|von|de|di|sur|van|av|из)\s?\d${AFTER}[\])]?`,
  String.raw`[\[(]?(?<half>[前中後后上下](?:編|篇|巻|卷|集)|[전후상하]편)[\])]?`,
].map((part) => pattern(String.raw`${part}(?=\s*(?:$|[\[(]|${RELEASE_WORD}))`));

/** The number of the part in a name, or null, and the rest of the name. */
export function takePart(text: string, where: 'episode' | 'movie') {
  const rules = where === 'movie' ? MOVIE_PARTS : [PART];
  for (const rule of rules) {
    const { part, half } = rule.exec(text)?.groups ?? {};
    const number = half === undefined ? Number(part ?? 0) : /^[前上전상]/u.test(half) ? 1 : 2;
    if (number > 0) return { part: number, rest: text.replace(rule, '').replace(/[\s-]+$/, '') };
  }
  return { part: null, rest: text };
}
