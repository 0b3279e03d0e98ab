import type { KnownKind } from '@immersion-tracker/contract';
import { CloseButton, TextInput } from '@mantine/core';
import { IconArrowLeft, IconSearch } from '@tabler/icons-react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { inColourOf } from '../kinds/looks.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { useFormats } from '../ui/use-formats.ts';
import { hashOf, OVERVIEW_HASH } from '../view-model/addresses.ts';
import type { Collection, Entry } from '../view-model/collections.ts';
import { titleOf } from '../view-model/kind-words.ts';
import { createSearch } from '../view-model/search.ts';
import { EntryRow } from './entry-row.tsx';

/** All entries of a kind, with a search. */
export function CollectionPage({ collection }: { readonly collection: Collection }) {
  const { kind, entries } = collection;
  const title = titleOf(kind);
  const { number, counted } = useFormats();
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const input = useRef<HTMLInputElement>(null);
  const search = useMemo(() => createSearch(entries), [entries]);
  const found = useMemo(() => search(wanted), [search, wanted]);
  useEffect(() => {
    window.scrollTo(0, 0);
    // On the way back, focus the link that led here.
    return () => document.querySelector<HTMLElement>(`[href='${hashOf(kind)}']`)?.focus();
  }, [kind]);

  const all = counted(entries.length, kind.nouns.shortGroup);
  return (
    <section className="collection-page" style={inColourOf(kind.id)}>
      <a className="back" href={OVERVIEW_HASH}>
        <IconArrowLeft size={18} aria-hidden /> Overview
      </a>
      <PageHeading title={title}>{title}</PageHeading>
      <TextInput
        ref={input}
        type="search"
        size="md"
        aria-label={`Search ${title}`}
        placeholder="Search by name"
        value={query}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={
          query !== '' && (
            <CloseButton
              aria-label="Clear the search"
              onClick={() => {
                setQuery('');
                input.current?.focus();
              }}
            />
          )
        }
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <p className="collection-found" role="status">
        {wanted.trim() === '' ? all : `${number(found.length)} of ${all}`}
      </p>
      <EntryList kind={kind} entries={found} />
    </section>
  );
}

/** In pixels, until a row is measured. */
const estimatedRowHeight = () => 88;

/** A virtual list: only the rows on the screen are rendered, so thousands scroll as smoothly as ten. */
function EntryList({
  kind,
  entries,
}: {
  readonly kind: KnownKind;
  readonly entries: readonly Entry[];
}) {
  const [top, setTop] = useState(0);
  const measureTop = useCallback((list: HTMLUListElement | null) => {
    if (list) setTop(list.offsetTop);
  }, []);
  // The virtualizer discards its measurements when this function changes.
  const keyOf = useCallback((index: number) => entries[index]?.key ?? index, [entries]);
  const virtual = useWindowVirtualizer({
    count: entries.length,
    estimateSize: estimatedRowHeight,
    getItemKey: keyOf,
    overscan: 10,
    // The default is the scroll position of the previous page.
    initialOffset: 0,
    scrollMargin: top,
  });
  return (
    <ul className="entries-all" ref={measureTop} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const entry = entries[index];
        return (
          entry && (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <EntryRow kind={kind} entry={entry} />
            </li>
          )
        );
      })}
    </ul>
  );
}
