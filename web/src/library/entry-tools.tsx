import type { KnownKind } from '@immersion-tracker/contract';
import type { RefObject } from 'react';
import { useFormats } from '../text/use-formats.ts';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { SearchBox } from './search-box.tsx';
import { SORTS, type Sort, sortNames } from './sort-entries.ts';

export interface EntryToolsProps {
  readonly kind: KnownKind;
  /** How many entries there are. */
  readonly count: number;
  readonly query: string;
  readonly sort: Sort;
  readonly input: RefObject<HTMLInputElement | null>;
  onQuery(query: string): void;
  onSort(sort: Sort): void;
}

/** The search and the order of a kind's entries. */
export function EntryTools({ kind, count, query, sort, input, onQuery, onSort }: EntryToolsProps) {
  const { counted } = useFormats();
  const search = `Search ${counted(count, kind.nouns.shortGroup)}`;
  return (
    <div className="entry-tools">
      <SearchBox
        ref={input}
        aria-label={search}
        placeholder={search}
        query={query}
        onQuery={onQuery}
      />
      <div className="entry-sort">
        <span className="soft" aria-hidden="true">
          Sort by
        </span>
        <SegmentedControl
          label="Sort by"
          value={sort}
          options={SORTS.map((value) => ({ value, label: sortNames[value] }))}
          onChange={onSort}
        />
      </div>
    </div>
  );
}
