import { IconChevronRight } from '@tabler/icons-react';
import { inColourOf } from '../kinds/looks.ts';
import { useFormats } from '../ui/use-formats.ts';
import { hashOf } from '../view-model/addresses.ts';
import type { Collection } from '../view-model/collections.ts';
import { howToBegin, titleOf } from '../view-model/kind-words.ts';
import { EntryRow } from './entry-row.tsx';

/** How many entries the card shows. */
const SHOWN = 6;

/** The first few entries of a kind, with a link to all of them. */
export function CollectionCard({ collection }: { readonly collection: Collection }) {
  const { counted } = useFormats();
  const { kind, watched, entries } = collection;
  const { shortGroup, shortRecord } = kind.nouns;
  const id = `${kind.id}-title`;
  const counts = [
    // Each movie is its own entry, so the two counts would be the same.
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
