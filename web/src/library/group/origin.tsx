import { Fragment } from 'react';
import { isUnmatched } from '../../kinds/names.ts';
import type { LibraryEntry } from '../../tracker/tracker.ts';

export interface OriginProps {
  readonly entry: LibraryEntry;
  /** Its folders or file, as far as they are known. */
  readonly names: readonly string[];
}

/** Where a show or movie was found. Keeps a line free until that is known. */
export function Origin({ entry, names }: OriginProps) {
  const { kind, seconds, guessed_seconds: guessed } = entry;
  if (kind !== 'episode' && kind !== 'movie') return null;
  if (isUnmatched(entry)) {
    const some = guessed < seconds ? 'some of its' : 'its';
    const so = guessed === 0 ? '' : `, so ${some} hours are a guess`;
    return <p className="group-origin">Your folder. Not yet matched{so}.</p>;
  }
  const what = kind === 'movie' ? 'file' : names.length === 1 ? 'folder' : 'folders';
  return (
    <p className="group-origin">
      {names.length > 0 && `From your ${what} `}
      {names.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && (index === names.length - 1 ? ' and ' : ', ')}
          <bdi>{name}</bdi>
        </Fragment>
      ))}
    </p>
  );
}
