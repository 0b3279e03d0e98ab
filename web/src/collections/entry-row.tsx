import type { KnownKind } from '@immersion-tracker/contract';
import { useFormats } from '../ui/use-formats.ts';
import type { Entry } from '../view-model/collections.ts';
import { Artwork } from './artwork.tsx';

/** One show, movie, channel or podcast, with its count and its share of the kind. */
export function EntryRow({ kind, entry }: { readonly kind: KnownKind; readonly entry: Entry }) {
  const { counted, share } = useFormats();
  const { name, nameless, note, link, count } = entry;
  return (
    <div className="entry">
      <Artwork kind={kind.id} entry={entry} />
      <div className="entry-words">
        <p className="entry-name" data-nameless={nameless}>
          {link === undefined ? (
            <bdi>{name}</bdi>
          ) : (
            <a href={link} rel="noreferrer">
              <bdi>{name}</bdi>
            </a>
          )}
        </p>
        {note !== undefined && (
          <p className="entry-note">
            <bdi>{note}</bdi>
          </p>
        )}
        {entry.share !== undefined && count !== undefined && (
          <p className="entry-count">
            {counted(count, kind.nouns.shortRecord)} · {share(entry.share)}
          </p>
        )}
        {entry.share !== undefined && (
          <div className="entry-share">
            <div style={{ width: `${entry.share * 100}%` }} />
          </div>
        )}
      </div>
    </div>
  );
}
