import { type KnownKind, mediaKinds } from '@immersion-tracker/contract';

/** The hash of the overview, which every unknown hash shows too. */
export const OVERVIEW_HASH = '#overview';

/** The hash of a kind's own page, such as `#shows`. */
export const hashOf = ({ nouns }: KnownKind): string =>
  `#${nouns.shortGroup[1].replaceAll(' ', '-')}`;

export const kindOfHash = (hash: string): KnownKind | undefined =>
  mediaKinds.find((kind) => hashOf(kind) === hash);
