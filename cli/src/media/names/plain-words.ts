import { withoutSeason } from './numbers/seasons.ts';
import { AFTER, BEFORE, pattern, RELEASE_WORD } from './patterns.ts';

/** Words that describe a release only next to technical ones. */
const BESIDE = `${BEFORE}(?:amzn|netflix|nf|dsnp|atvp|hmax|crunchyroll|cr|dl|dual|multi|proper|repack|internal)${AFTER}`;
const CHANNELS = ` ?[1257]?[ .][01]${AFTER}`;
const RELEASE = pattern(
  String.raw`(?:${BESIDE} )*${RELEASE_WORD}(?:${CHANNELS})?(?: ${BESIDE})*(-[\p{L}\p{N}]+$)?`,
  'g',
);
/** Names of release groups have a capital or a digit; `1080p-mine` may be the learner's own. */
const GROUP = /[\p{Lu}\d]/u;

/**
 * Prepares part of a cleaned name for comparison: removes the words for its release and its `season`,
 * folds the case, and puts one space between words. Keeps marks such as `!`, since *K-On!!* is the second
 * season of *K-On!*.
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
