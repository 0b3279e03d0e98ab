import { useFormats } from '../ui/use-formats.ts';
import type { Entry, Kind } from '../view-model/collections.ts';
import { counted } from '../view-model/counted.ts';
import { Artwork } from './artwork.tsx';
import { kinds } from './kinds.ts';

/** One show, film, channel or podcast, with its count and its share of the kind. */
export function EntryRow({ kind, entry }: { readonly kind: Kind; readonly entry: Entry }) {
  const { number, share } = useFormats();
  const { name, nameless, note, link, count } = entry;
  return (
    <div className="entry" data-kind={kind}>
      <Artwork kind={kind} entry={entry} />
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
            {counted(count, kinds[kind].thing, number)} · {share(entry.share)}
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
