import { type KindId, mediaKinds } from '@immersion-tracker/contract';
import { nameOf } from '../kinds/names.ts';
import type { Formats } from '../text/formats.ts';
import { lengthWords } from '../text/length-words.ts';
import type { LibraryEntry } from '../tracker/tracker.ts';

/** What a year has the most of, of one medium. */
export interface Favourite {
  readonly kind: KindId;
  readonly id: string;
  readonly name: string;
  readonly seconds: number;
  /** Whether at least a part of its time is a guess. */
  readonly isGuess: boolean;
  readonly artwork: string | null;
}

/** One favourite of each medium, in the order of the media. `library` is that of the year. */
export const favouritesOf = (library: readonly LibraryEntry[]): readonly Favourite[] =>
  mediaKinds.flatMap(({ id }) =>
    library
      .filter(({ kind }) => kind === id)
      .sort(byPreference)
      .slice(0, 1)
      .map((entry) => ({
        kind: entry.kind,
        id: entry.group_id,
        name: nameOf(entry),
        seconds: entry.seconds,
        isGuess: entry.guessed_seconds > 0,
        artwork: entry.artwork_url,
      })),
  );

/** The most time first; then the most records, the latest, and at last the id, so that it is never by chance. */
const byPreference = (a: LibraryEntry, b: LibraryEntry): number =>
  b.seconds - a.seconds ||
  b.records - a.records ||
  b.last_watched_at - a.last_watched_at ||
  (a.group_id < b.group_id ? -1 : 1);

/** Empty if what was watched has no length. */
export const favouriteLength = ({ seconds, isGuess }: Favourite, formats: Formats): string =>
  seconds === 0 ? '' : lengthWords(seconds, isGuess, formats);
