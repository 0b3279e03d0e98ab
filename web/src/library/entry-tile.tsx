import { kindOf } from '@immersion-tracker/contract';
import { memo } from 'react';
import { dayOf } from '../days/day-of.ts';
import { Artwork } from '../kinds/artwork.tsx';
import { isUnmatched, nameOf } from '../kinds/names.ts';
import { hashOf } from '../routes/routes.ts';
import { useFormats } from '../text/use-formats.ts';
import type { History, LibraryEntry } from '../tracker/tracker.ts';
import { Length } from '../ui/length.tsx';

export interface EntryTileProps {
  readonly entry: LibraryEntry;
  readonly history: History;
  onOpen(entry: LibraryEntry): void;
}

/** The artwork, name and figures of a show, movie, channel or podcast. */
export const EntryTile = memo(function EntryTile({ entry, history, onOpen }: EntryTileProps) {
  const { kind, group_id: id, name, artwork_url: url } = entry;
  return (
    <>
      <Artwork kind={kind} name={name} url={url} />
      <a
        className="entry-name"
        dir="auto"
        href={hashOf({ page: 'group', kind, id })}
        onClick={() => onOpen(entry)}
      >
        {nameOf(entry)}
      </a>
      {kind === 'movie' ? <Viewings entry={entry} history={history} /> : <Hours entry={entry} />}
      {isUnmatched(entry) && <p className="entry-unmatched">Not yet matched</p>}
    </>
  );
});

function Hours({
  entry: { kind, records, seconds, guessed_seconds },
}: {
  readonly entry: LibraryEntry;
}) {
  const { counted } = useFormats();
  return (
    <p className="soft">
      <Length seconds={seconds} isGuess={guessed_seconds > 0} />
      <span className="entry-dot"> · </span>
      <span className="entry-count">{counted(records, kindOf(kind).nouns.shortRecord)}</span>
    </p>
  );
}

function Viewings({
  entry: { records, seconds, last_watched_at },
  history,
}: Omit<EntryTileProps, 'onOpen'>) {
  const { date } = useFormats();
  const times = records === 2 ? 'twice' : `${records} times`;
  return (
    <>
      <p className="soft">{date(dayOf(last_watched_at, history))}</p>
      <p className="soft">
        {seconds > 0 && <Length seconds={seconds / records} isGuess={false} />}
        {records > 1 && (seconds > 0 ? `, ${times}` : `watched ${times}`)}
      </p>
    </>
  );
}
