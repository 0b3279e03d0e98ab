import { type KindId, kindOf, lazy } from '@immersion-tracker/contract';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { looks } from '../kinds/looks.ts';
import { hashOf } from '../routes/routes.ts';
import { howToBegin } from '../text/kind-words.ts';
import { createSearch } from '../text/search.ts';
import { useFormats } from '../text/use-formats.ts';
import type { LibraryEntry, Report } from '../tracker/tracker.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { EntryGrid } from './entry-grid.tsx';
import { EntryTools } from './entry-tools.tsx';
import { KindTabs } from './kind-tabs.tsx';
import { sortEntries, usualSort } from './sort-entries.ts';
import { searchText } from './sources.ts';
import { useFolders } from './use-folders.ts';
import { chooseSort, chosenSort, forgetVisit, lastVisit, leave } from './visits.ts';

/** How many frames to wait for a tile that is out of sight at first. */
const PATIENCE = 20;

export interface LibraryPageProps {
  readonly report: Report;
  readonly kindId: KindId;
}

/** Everything of a kind that was watched. */
export function LibraryPage({ report: { history, library }, kindId }: LibraryPageProps) {
  const kind = kindOf(kindId);
  const { counted, number } = useFormats();
  const [visit] = useState(() => lastVisit(kindId));
  const [query, setQuery] = useState(visit?.query ?? '');
  const [sort, setSort] = useState(() => chosenSort(kindId) ?? usualSort(kindId));
  const input = useRef<HTMLInputElement>(null);
  const folders = useFolders(kindId === 'episode');
  const entries = useMemo(
    () => library.filter((entry) => entry.kind === kindId),
    [library, kindId],
  );
  const sorted = useMemo(() => sortEntries(entries, sort), [entries, sort]);
  const search = useMemo(
    () => lazy(() => createSearch(sorted, (entry) => searchText(entry, folders))),
    [sorted, folders],
  );
  const wanted = useDeferredValue(query);
  const found = useMemo(
    () => (wanted.trim() === '' ? sorted : search()(wanted)),
    [search, sorted, wanted],
  );

  useEffect(() => {
    const { top = 0, opened } = visit ?? {};
    forgetVisit(kindId);
    // The grid gets its height and tiles once it is measured.
    let frame = requestAnimationFrame(() => {
      window.scrollTo(0, top);
      if (opened !== undefined) focus(opened, PATIENCE);
    });
    function focus(id: string, frames: number) {
      const link = linkTo(kindId, id);
      link?.focus({ preventScroll: true });
      if (link === null && frames > 0) {
        frame = requestAnimationFrame(() => focus(id, frames - 1));
      }
    }
    return () => cancelAnimationFrame(frame);
  }, [visit, kindId]);

  const open = useCallback(
    (entry: LibraryEntry) =>
      leave(kindId, { query: wanted, top: window.scrollY, opened: entry.group_id }),
    [kindId, wanted],
  );

  function clear() {
    setQuery('');
    input.current?.focus();
  }

  const title = looks[kindId].title;
  return (
    <>
      <PageHeading className="page-title" title={`${title} · Library`}>
        Library
      </PageHeading>
      <KindTabs current={kindId} history={history} />
      {entries.length === 0 ? (
        <p className="library-none">{howToBegin(kind)}</p>
      ) : (
        <section aria-label={title}>
          <EntryTools
            kind={kind}
            count={entries.length}
            query={query}
            sort={sort}
            input={input}
            onQuery={setQuery}
            onSort={(next) => {
              chooseSort(kindId, next);
              setSort(next);
            }}
          />
          <p className={found.length === 0 ? 'library-none' : 'visually-hidden'} role="status">
            {found.length === 0 ? (
              <>
                Nothing matches “<bdi>{wanted.trim()}</bdi>”.{' '}
                <button type="button" className="text-link" onClick={clear}>
                  Clear search
                </button>
              </>
            ) : (
              wanted.trim() !== '' &&
              `${number(found.length)} of ${counted(entries.length, kind.nouns.shortGroup)}`
            )}
          </p>
          <EntryGrid entries={found} history={history} top={visit?.top ?? 0} onOpen={open} />
        </section>
      )}
    </>
  );
}

function linkTo(kind: KindId, id: string): HTMLElement | null {
  const hash = hashOf({ page: 'group', kind, id });
  return document.querySelector(`.entries a[href=${CSS.escape(hash)}]`);
}
