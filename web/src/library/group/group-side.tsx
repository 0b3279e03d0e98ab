import { type KnownKind, kindOf } from '@immersion-tracker/contract';
import { IconExternalLink, IconPencil } from '@tabler/icons-react';
import type { Ref } from 'react';
import { Artwork } from '../../kinds/artwork.tsx';
import { providerPage } from '../../kinds/looks.ts';
import type { History, LibraryEntry, WatchedRecord } from '../../tracker/tracker.ts';
import { Facts } from './facts.tsx';

const MOVIE_PAGE = 'https://thetvdb.com/dereferrer/movie/';

export interface GroupSideProps {
  readonly entry: LibraryEntry;
  readonly history: History;
  /** All of them; undefined until they are known. */
  readonly records: readonly WatchedRecord[] | undefined;
  /** Null if it has none; undefined for other media, and until it is known. */
  readonly tvdbId: number | null | undefined;
  readonly question: Ref<HTMLButtonElement>;
  /** Whether the matching is open. */
  readonly isAsked: boolean;
  /** Opens or closes the matching; undefined if it is always open, or not possible. */
  readonly onAsk: (() => void) | undefined;
}

/** The artwork, facts and links of a show, movie, channel or podcast. */
export function GroupSide({
  entry,
  history,
  records,
  tvdbId,
  question,
  isAsked,
  onAsk,
}: GroupSideProps) {
  const kind: KnownKind = kindOf(entry.kind);
  const page =
    kind.group === null
      ? tvdbId != null && `${MOVIE_PAGE}${tvdbId}`
      : providerPage(kind, entry.group_id);
  return (
    <div className="group-side">
      <Artwork kind={entry.kind} name={entry.name} url={entry.artwork_url} />
      <Facts kind={kind} entry={entry} history={history} records={records} />
      <div className="group-links">
        {page && (
          <a className="text-link" href={page} target="_blank" rel="noreferrer">
            <IconExternalLink size={18} aria-hidden /> {kind.provider.name}
          </a>
        )}
        {onAsk && (
          <button
            ref={question}
            type="button"
            className="text-link"
            aria-expanded={isAsked}
            onClick={onAsk}
          >
            <IconPencil size={18} aria-hidden /> {tvdbId === null ? 'Which' : 'Not the right'}{' '}
            {kind.nouns.shortGroup[0]}
            {tvdbId === null && ' is this'}?
          </button>
        )}
      </div>
    </div>
  );
}
