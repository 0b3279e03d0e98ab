import { pattern, RELEASE_WORD } from '../patterns.ts';
import { type Located, locate } from './marked-number.ts';
import { SEASON_WORD, seasonIn } from './seasons.ts';

const N = String.raw`(?<from>\d{1,4}(?:\.5)?)(?:[-~+&](?<to>\d{2,4}))?(?:\s?v\d)?`;
const FINISHED = String.raw`(?<finished>\s?(?:end|fin|final|完|終|最終[回話])(?!\p{L}))?`;
const LANGUAGE =
  '(?:german|deutsch|english|french|italian|spanish|korean|japanese|(?:ger|eng|jpn|jap|kor)?(?:sub|dub)(?:bed)?)(?!\\p{L})';

const AFTER_DASH = pattern(
  String.raw`(?<=(?:^|\s)-\s)${N}${FINISHED}(?=\s*(?:$|[\[("「『]|-\s|${RELEASE_WORD}|${LANGUAGE}))`,
  'g',
);
/** `- 05 Title`, but not `- 12 Monkeys`. */
const PADDED_AFTER_DASH = pattern(String.raw`(?<=(?:^|\s)-\s)(?<from>0\d{1,2})(?=\s\p{L})`, 'g');
const IN_BRACKET = pattern(String.raw`(?<=\[)${N}${FINISHED}(?=\])`, 'g');
const WHOLE = pattern(`^${N}${FINISHED}$`);
const LEADING = pattern(String.raw`^${N}(?=\s-\s\S)`);
const LEADING_WITH_DOT = /^(?<from>0\d{1,2})(?=\.\s\S)/u;
const PADDED_LEADING = /^(?<from>0\d{1,2})(?=\s\p{L})/u;
const TRAILING = pattern(
  String.raw`(?<=\s)${N}${FINISHED}(?=(?:\s*(?:\[[^\]]*\]|\([^)]*\)))*(?:\s${RELEASE_WORD}.*)?$)`,
);

/** Text before a number at the end of a name that counts something other than episodes. */
const OTHER_COUNT = pattern(
  String.raw`(?:^the\s|(?<!\p{L})(?:no|nr|vol|volume|band|part|parte|partie|pt|teil|chapter|book|disc|cd|dvd|act|and|und|et|e|y|${SEASON_WORD})[\s.]*|[&+,]\s*|(?<!\d)0\d{1,2}\s*)$`,
);
/** Text before numbers of specials, movies and the like, which are numbered separately. */
const APART = pattern(
  String.raw`(?<!\p{L})(?:ova|oad|sp|specials?|special episode|movie|film|menu|op|ed|スペシャル|特別編|番外[編篇]|劇場版|특별편)[\s\])]*(?:-\s|\[)?$`,
);
const HEIGHTS = new Set([360, 480, 540, 576, 720, 1080, 1440, 2160]);

type Match = RegExpExecArray;

/**
 * An episode number that only its position reveals, with the season before it. Null unless exactly
 * one number qualifies.
 */
export function bareNumber(text: string): Located | null {
  const match = find(text);
  if (match === undefined) return null;
  const { from = '', to, finished = '' } = match.groups ?? {};
  const [episode, end] = [Number(from), to === undefined ? null : Number(to)];
  const isYear = episode >= 1900 && episode < 2100;
  const isRange = end === null || (from.length > 1 && end > episode);
  const before = text.slice(0, match.index);
  if (isYear || !isRange || APART.test(before)) return null;
  const numbers = { season: seasonIn(before), episode, episodeEnd: end, date: null };
  const located = locate(match, numbers);
  return { ...located, after: finished + located.after };
}

function find(text: string): Match | undefined {
  // If nothing else separates the words, hyphens do.
  const words = /[\s[(]/.test(text) ? text : text.replaceAll('-', ' ');
  const candidates = [
    () => [...text.matchAll(AFTER_DASH)],
    () => [...text.matchAll(PADDED_AFTER_DASH)],
    () => inBrackets(text),
    () => matchesOf(WHOLE, words),
    () => matchesOf(LEADING, words),
    () => [
      ...matchesOf(LEADING_WITH_DOT, words),
      ...matchesOf(PADDED_LEADING, words),
      ...trailing(words),
    ],
  ];
  for (const candidate of candidates) {
    const found = candidate();
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

/** `[86][05]` is an episode of *86*. */
function inBrackets(text: string): Match[] {
  const matches = [...text.matchAll(IN_BRACKET)].filter((match) => !isHeight(match));
  return matches.length > 1 && matches[0]?.index === 1 ? matches.slice(1) : matches;
}

function trailing(text: string): Match[] {
  return matchesOf(TRAILING, text).filter(
    (match) => !isHeight(match) && !OTHER_COUNT.test(text.slice(0, match.index)),
  );
}

const isHeight = ({ groups }: Match) => HEIGHTS.has(Number(groups?.from));

function matchesOf(expression: RegExp, text: string): Match[] {
  const match = expression.exec(text);
  return match ? [match] : [];
}
