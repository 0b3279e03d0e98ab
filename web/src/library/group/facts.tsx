import type { KnownKind } from '@immersion-tracker/contract';
import { type ReactNode, useMemo } from 'react';
import { dayOf } from '../../days/day-of.ts';
import { capitalised } from '../../text/kind-words.ts';
import { useFormats } from '../../text/use-formats.ts';
import type { History, LibraryEntry, WatchedRecord } from '../../tracker/tracker.ts';
import { Length } from '../../ui/length.tsx';
import { usualLength } from './usual-length.ts';

export interface FactsProps {
  readonly kind: KnownKind;
  readonly entry: LibraryEntry;
  readonly history: History;
  /** All of them; undefined until they are known. */
  readonly records: readonly WatchedRecord[] | undefined;
}

/** How many records there are, how long they usually are, and when they were watched. */
export function Facts({ kind, entry, history, records }: FactsProps) {
  const { number, date } = useFormats();
  const usual = useMemo(() => records && usualLength(records), [records]);
  const isMovie = kind.group === null;
  const first = date(dayOf(entry.first_watched_at, history));
  const last = date(dayOf(entry.last_watched_at, history));
  return (
    <dl className="facts">
      <Fact name={isMovie ? 'Viewings' : capitalised(kind.nouns.shortRecord[1])}>
        {number(entry.records)}
      </Fact>
      {(usual || records === undefined) && (
        <Fact name={isMovie ? 'Length' : 'Usual length'}>
          {usual ? <Length {...usual} /> : '…'}
        </Fact>
      )}
      {entry.records === 1 ? (
        <Fact name="Watched">{first}</Fact>
      ) : (
        <>
          <Fact name="First watched">{first}</Fact>
          <Fact name="Last watched">{last}</Fact>
        </>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
