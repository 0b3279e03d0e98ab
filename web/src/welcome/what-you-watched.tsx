import { kindOf } from '@immersion-tracker/contract';
import { Artwork } from '../kinds/artwork.tsx';
import { isUnmatched, nameOf } from '../kinds/names.ts';
import { hashOf } from '../routes/routes.ts';
import { useFormats } from '../text/use-formats.ts';
import type { LibraryEntry, Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';
import { Length } from '../ui/length.tsx';
import { unmatchedFirst } from './unmatched-first.ts';

/** How many shows, movies, channels and podcasts the card lists. */
const LISTED = 6;

/** The shows, movies, channels and podcasts of the first day. */
export function WhatYouWatched({ report: { library } }: { readonly report: Report }) {
  const entries = unmatchedFirst(library);
  return (
    <Card
      className="what-you-watched"
      title="What you watched"
      aside={
        <a className="text-link" href={hashOf({ page: 'watched', filters: {} })}>
          Everything you watched
        </a>
      }
    >
      {library.some(isUnmatched) && (
        <p className="first-day-note">
          Match your shows to get their names and artwork, and lengths that the files did not give.
        </p>
      )}
      <ul>
        {entries.slice(0, LISTED).map((entry) => (
          <Entry key={entry.group_id} entry={entry} />
        ))}
      </ul>
    </Card>
  );
}

function Entry({ entry }: { readonly entry: LibraryEntry }) {
  const { counted } = useFormats();
  const { kind, group_id: id, name, artwork_url, records, seconds, guessed_seconds } = entry;
  const href = hashOf({ page: 'group', kind, id });
  return (
    <li>
      <Artwork kind={kind} name={name} url={artwork_url} />
      <div className="first-day-words">
        <p className="first-day-name">
          <a href={href}>
            <bdi>{nameOf(entry)}</bdi>
          </a>
        </p>
        <p className="soft">
          {counted(records, kindOf(kind).nouns.record)} ·{' '}
          <Length seconds={seconds} isGuess={guessed_seconds > 0} />
        </p>
      </div>
      {isUnmatched(entry) && (
        <a className="button" data-variant="light" href={href}>
          Find it<span className="visually-hidden"> {nameOf(entry)}</span>
        </a>
      )}
    </li>
  );
}
