import {
  type GroupFigures,
  type KindId,
  type KnownKind,
  mediaKinds,
  type Progress,
  readFigures,
} from '@immersion-tracker/contract';
import { capitalised } from './kind-words.ts';

/** A show, movie, channel or podcast. */
export interface Entry {
  readonly key: string;
  /** The provider's name for it, or a placeholder. */
  readonly name: string;
  /** Whether `name` is a placeholder. */
  readonly nameless: boolean;
  readonly note: string | undefined;
  readonly artworkUrl: string | undefined;
  /** Its page at its provider. */
  readonly link: string | undefined;
  /** How many episodes or videos were watched; undefined for a movie. */
  readonly count: number | undefined;
  /** `count` as a share of all records of the kind, from 0 to 1; undefined for a movie. */
  readonly share: number | undefined;
}

/** All entries of one kind, in the tracker's order. */
export interface Collection {
  readonly kind: KnownKind;
  readonly watched: number;
  readonly watchedToday: number;
  readonly entries: readonly Entry[];
}

export interface EntryPages {
  /** The start of an entry's URL, which its id completes; undefined if entries do not have pages. */
  readonly page: string | undefined;
}

/** One collection for each kind, in the order of the page. */
export function collections(
  progress: Progress,
  pages: Readonly<Record<KindId, EntryPages>>,
): readonly Collection[] {
  const figures = readFigures(progress);
  return mediaKinds.map((kind) => {
    const { groups, watched, watchedToday } = figures[kind.id];
    const entries = groups.map((group): Entry => {
      const { id, name, watched: count } = group;
      return {
        // A show without an id goes by its folder's name, which is unique.
        key: JSON.stringify([id, id === null ? name : null]),
        name: isKnown(name) ? name : placeholder(kind, id),
        nameless: !isKnown(name),
        note: noteOf(kind, group),
        artworkUrl: safeArtwork(group.artworkUrl),
        link: linkOf(pages[kind.id], group),
        count,
        share: count === undefined ? undefined : count / Math.max(1, watched),
      };
    });
    return { kind, watched, watchedToday, entries };
  });
}

/** What to call an entry whose name is not known. */
function placeholder({ nouns, group }: KnownKind, id: string | null): string {
  const [one] = nouns.shortGroup;
  if (id === null) return capitalised(`${nouns.shortRecord[1]} without a ${one}`);
  return group === null ? id : capitalised(`${one} ${id}`);
}

function noteOf({ provider, group }: KnownKind, { id, name }: GroupFigures): string | undefined {
  if (id === null) return isKnown(name) ? `Not yet matched with ${provider.name}` : undefined;
  // A movie's id is the name of its file.
  return group === null && isKnown(name) && name !== id ? id : undefined;
}

const isKnown = (name: string | null): name is string => name !== null && name.trim() !== '';

function linkOf({ page }: EntryPages, { id }: GroupFigures): string | undefined {
  return page === undefined || id === null
    ? undefined
    : page + encodeURIComponent(id.toWellFormed());
}

/** Allows only HTTPS and embedded images, so that the page never loads a picture unencrypted. */
function safeArtwork(url: string | null): string | undefined {
  return url !== null && /^(https:\/\/|data:image\/)/i.test(url) ? url : undefined;
}
