import { IconChevronRight } from '@tabler/icons-react';
import { useFormats } from '../ui/use-formats.ts';
import type { Collection } from '../view-model/collections.ts';
import { counted } from '../view-model/counted.ts';
import { EntryRow } from './entry-row.tsx';
import { hashOf, kinds, linkIdOf } from './kinds.ts';

/** Entries that are shown at a glance. */
const SHOWN = 6;

/** The first few of a kind, and the way to all of them. */
export function CollectionCard({ collection }: { readonly collection: Collection }) {
  const { number } = useFormats();
  const { kind, watched, entries } = collection;
  const { title, entry, thing, none } = kinds[kind];
  const id = `${kind}-title`;
  const counts = [
    // A film is watched as a whole: there is nothing more to count.
    ...(kind === 'movies' ? [] : [counted(entries.length, entry, number)]),
    counted(watched, thing, number),
  ];
  return (
    <section className="collection card" data-kind={kind} aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        {entries.length > 0 && <p className="card-note">{counts.join(' · ')}</p>}
      </div>
      {entries.length === 0 ? (
        <p className="card-note">{none}</p>
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
        <a className="see-all" href={hashOf(kind)} id={linkIdOf(kind)}>
          See all {counted(entries.length, entry, number)}
          <IconChevronRight size={18} aria-hidden />
        </a>
      )}
    </section>
  );
}
