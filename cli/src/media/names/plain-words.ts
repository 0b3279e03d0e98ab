import { withoutSeason } from './numbers/seasons.ts';
import { AFTER, BEFORE, pattern, RELEASE_WORD } from './patterns.ts';

/** Words that describe a release only next to technical ones. */
const BESIDE = `${BEFORE}(?:amzn|netflix|nf|dsnp|atvp|hmax|crunchyroll|cr|dl|dual|multi|proper|repack|internal)${AFTER}`;
const CHANNELS = ` ?[1257]?[ .][01]${AFTER}`;
const RELEASE = pattern(
  String.raw`(?:${BESIDE} )*${RELEASE_WORD}(?:${CHANNELS})?(?: ${BESIDE})*(-[\p{L}\p{N}]+$)?`,
  'g',
);
/** Groups have a capital or a digit in their names; `1080p-mine` may be the learner's. */
const GROUP = /[\p{Lu}\d]/u;

/**
 * A piece of a cleaned name to compare: without words of the release and of its `season`, in lower case,
 * one space between words. Marks such as `!` stay, since *K-On!!* follows *K-On!*.
 */
export function plainWords(text: string, season: number | null): string {
  const words = withoutSeason(text, season).replace(RELEASE, (_release, end = '') =>
    GROUP.test(end) ? ' ' : ` ${end}`,
  );
  return words
    .toLowerCase()
    .replace(/[\s()[\]-]+/g, ' ')
    .trim();
}
