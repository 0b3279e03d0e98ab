import { type KnownKind, mediaKinds } from '@immersion-tracker/contract';

/** The address of the overview; so is every other that no kind has. */
export const OVERVIEW_HASH = '#overview';

/** The address of all shows, say: `#shows`. */
export const hashOf = ({ nouns }: KnownKind): string =>
  `#${nouns.shortGroup[1].replaceAll(' ', '-')}`;

/** The kind that an address is about, if any. */
export const kindOfHash = (hash: string): KnownKind | undefined =>
  mediaKinds.find((kind) => hashOf(kind) === hash);
