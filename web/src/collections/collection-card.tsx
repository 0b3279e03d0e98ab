import { IconChevronRight } from '@tabler/icons-react';
import { inColourOf } from '../kinds/looks.ts';
import { useFormats } from '../ui/use-formats.ts';
import { hashOf } from '../view-model/addresses.ts';
import type { Collection } from '../view-model/collections.ts';
import { howToBegin, titleOf } from '../view-model/kind-words.ts';
import { EntryRow } from './entry-row.tsx';

/** Entries that are shown at a glance. */
const SHOWN = 6;

/** The first few of a kind, and the way to all of them. */
export function CollectionCard({ collection }: { readonly collection: Collection }) {
  const { counted } = useFormats();
  const { kind, watched, entries } = collection;
  const { shortGroup, shortRecord } = kind.nouns;
  const id = `${kind.id}-title`;
  const counts = [
    // A movie is watched as a whole: there is nothing more to count.
    ...(kind.group === null ? [] : [counted(entries.length, shortGroup)]),
    counted(watched, shortRecord),
  ];
  return (
    <section className="collection card" style={inColourOf(kind.id)} aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{titleOf(kind)}</h2>
        {entries.length > 0 && <p className="card-note">{counts.join(' · ')}</p>}
      </div>
      {entries.length === 0 ? (
        <p className="card-note">{howToBegin(kind)}</p>
      ) : (
        <ul className="entries">
          {entries.slice(0, SHOWN).map((one) => (
            <li key={one.key}>
              <EntryRow kind={kind} entry={one} />
            </li>
          ))}
        </ul>
      )}
      {entries.length > SHOWN && (
        <a className="see-all" href={hashOf(kind)}>
          See all {counted(entries.length, shortGroup)}
          <IconChevronRight size={18} aria-hidden />
        </a>
      )}
    </section>
  );
}
