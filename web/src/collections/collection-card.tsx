import { IconChevronRight } from '@tabler/icons-react';
import type { Collection } from '../figures/collections.ts';
import { useFormats } from '../ui/formats.ts';
import { EntryRow } from './entry-row.tsx';
import { hashOf, kinds, linkIdOf } from './kinds.ts';

/** Entries that are shown at a glance. */
const FIRST = 6;

/** The first few of a kind, and the way to all of them. */
export function CollectionCard({ collection }: { readonly collection: Collection }) {
  const { number } = useFormats();
  const { kind, watched, entries } = collection;
  const { title, entries: noun, things, none } = kinds[kind];
  const id = `${kind}-title`;
  const counts = [
    ...(kind === 'movies' ? [] : [`${number(entries.length)} ${noun(entries.length)}`]),
    `${number(watched)} ${things(watched)}`,
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
          {entries.slice(0, FIRST).map((entry) => (
            <li key={entry.key}>
              <EntryRow kind={kind} entry={entry} />
            </li>
          ))}
        </ul>
      )}
      {entries.length > FIRST && (
        <a className="see-all" href={hashOf(kind)} id={linkIdOf(kind)}>
          See all {number(entries.length)} {noun(entries.length)}
          <IconChevronRight size={18} aria-hidden />
        </a>
      )}
    </section>
  );
}
