import {
  bareTvdbText,
  readTvdbLink,
  readTvdbNumber,
  type TvdbKind,
} from '@immersion-tracker/contract';

/**
 * What to find on TheTVDB: first the record with this id or slug, then what a search for these words
 * finds. Nothing can be found without any of them.
 */
export interface TvdbQuery {
  readonly id?: number;
  readonly slug?: string;
  readonly words?: string;
}

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const WHITE_SPACE = /[\s\p{Cc}]+/gu;
/** A link, perhaps without a scheme, up to what cannot be part of it. */
const LINK = /(?<![\w./-])(?:https?:\/\/)?(?:www\.)?thetvdb\.com[/?#][^\s<>()[\]{}"'、。「」』]*/i;
const SENTENCE_END = /[.,;:!?]+$/;
const SLUG = /^[a-z\d]+(?:-[a-z\d]+)+$/i;
/** A number could be an id unless it begins with 0, as in the title "007". */
const LEADING_ZERO = /^0/;

/**
 * Reads what a person typed to find a series or movie: words, an id (`421069`, `{tvdb-421069}`), a slug
 * (`oshi-no-ko`) or a link to TheTVDB. A number or slug can also be a title, so its words are searched
 * too. The id, or a link, of another kind finds nothing.
 */
export function parseTvdbQuery(typed: string, kind: TvdbKind): TvdbQuery {
  const words = typed.replace(INVISIBLE, '').normalize('NFKC').replace(WHITE_SPACE, ' ').trim();
  const [link] = LINK.exec(words) ?? [];
  if (link !== undefined) return parseLink(link.replace(SENTENCE_END, ''), kind);

  const bare = bareTvdbText(words);
  const number = readTvdbNumber(bare);
  if (number?.isLabelled) {
    const isOfKind = (number.kind ?? kind) === kind;
    return isOfKind && number.id !== undefined ? { id: number.id } : {};
  }
  if (number?.id !== undefined && !LEADING_ZERO.test(bare)) return { id: number.id, words: bare };
  if (SLUG.test(words)) return { slug: words.toLowerCase(), words };
  return words === '' ? {} : { words };
}

function parseLink(link: string, kind: TvdbKind): TvdbQuery {
  const url = URL.parse(/^https?:/i.test(link) ? link : `https://${link}`);
  const read = url && readTvdbLink(url);
  if (read === null || 'reject' in read || read.kind !== kind) return {};
  return 'id' in read ? { id: read.id } : { slug: read.slug };
}
