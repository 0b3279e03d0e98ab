import {
  type GroupFigures,
  type KindId,
  type KnownKind,
  mediaKinds,
  type Progress,
  readFigures,
} from '@immersion-tracker/contract';
import { capitalised } from './kind-words.ts';

/** One show, movie, channel or podcast. */
export interface Entry {
  readonly key: string;
  /** As its source calls it, or what it goes by if that is not known. */
  readonly name: string;
  /** Whether the source's name is not known. */
  readonly nameless: boolean;
  /** What else there is to say of it. */
  readonly note: string | undefined;
  readonly artworkUrl: string | undefined;
  /** Its page at its source. */
  readonly link: string | undefined;
  /** Its episodes or videos; undefined for a movie, which is one. */
  readonly count: number | undefined;
  /** Its part of all episodes or videos of the kind, from 0 to 1. */
  readonly share: number | undefined;
}

/** All entries of one kind, in the tracker's order. */
export interface Collection {
  readonly kind: KnownKind;
  readonly watched: number;
  readonly watchedToday: number;
  readonly entries: readonly Entry[];
}

/** Where the entries of a kind have pages of their own. */
export interface EntryPages {
  /** What the address of an entry's page starts with, before its id. */
  readonly page: string | undefined;
}

/** The kinds, in the order in which they are shown. */
export function collections(
  progress: Progress,
  sources: Readonly<Record<KindId, EntryPages>>,
): readonly Collection[] {
  const figures = readFigures(progress);
  return mediaKinds.map((kind) => {
    const { groups, watched, watchedToday } = figures[kind.id];
    const entries = groups.map((group): Entry => {
      const { id, name, watched: count } = group;
      return {
        // A show without an id has its folder's name, and no two folders have the same.
        key: JSON.stringify([id, id === null ? name : null]),
        name: isKnown(name) ? name : placeholder(kind, id),
        nameless: !isKnown(name),
        note: noteOf(kind, group),
        artworkUrl: safeArtwork(group.artworkUrl),
        link: linkOf(sources[kind.id], group),
        count,
        share: count === undefined ? undefined : count / Math.max(1, watched),
      };
    });
    return { kind, watched, watchedToday, entries };
  });
}

/** What an entry goes by if its name is not known. */
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

/** Artwork is only asked for over HTTPS; what is in the data itself is not asked for at all. */
function safeArtwork(url: string | null): string | undefined {
  return url !== null && /^(https:\/\/|data:image\/)/i.test(url) ? url : undefined;
}
