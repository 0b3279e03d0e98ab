import { counted, type KnownKind } from '@immersion-tracker/contract';
import { CloseButton, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type Ref, useId } from 'react';
import { useFormats } from '../text/use-formats.ts';
import { SORTS, type Sort, sortNames } from './sort-entries.ts';

export interface EntryToolsProps {
  readonly kind: KnownKind;
  /** How many entries there are. */
  readonly count: number;
  readonly query: string;
  readonly sort: Sort;
  readonly input: Ref<HTMLInputElement>;
  onQuery(query: string): void;
  onSort(sort: Sort): void;
}

/** The search and the order of a kind's entries. */
export function EntryTools({ kind, count, query, sort, input, onQuery, onSort }: EntryToolsProps) {
  const { number } = useFormats();
  const sortId = useId();
  const search = `Search ${counted(count, kind.nouns.shortGroup, number)}`;
  return (
    <div className="entry-tools">
      <TextInput
        ref={input}
        className="entry-search"
        type="search"
        size="md"
        aria-label={search}
        placeholder={search}
        value={query}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={
          query !== '' && <CloseButton aria-label="Clear the search" onClick={() => onQuery('')} />
        }
        onChange={(event) => onQuery(event.currentTarget.value)}
      />
      <div className="entry-sort">
        <span id={sortId} className="soft">
          Sort by
        </span>
        <SegmentedControl
          className="choice"
          withItemsBorders={false}
          aria-labelledby={sortId}
          value={sort}
          data={SORTS.map((value) => ({ value, label: sortNames[value] }))}
          onChange={onSort}
        />
      </div>
    </div>
  );
}
