import { IconCalendar, IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { WatchedQuery } from '../records/correct-pages.ts';
import { useWatched } from '../records/use-watched.ts';
import type { Filters } from '../routes/routes.ts';
import { useFormats } from '../text/use-formats.ts';
import type { Report } from '../tracker/tracker.ts';
import { Button } from '../ui/button.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { Skeletons } from '../ui/skeletons.tsx';
import { countWords } from './count-words.ts';
import { DayField } from './day-field.tsx';
import { FilterChips } from './filter-chips.tsx';
import { replaceFilters, showFilters } from './go.ts';
import { NothingFound } from './nothing-found.tsx';
import { RecordList } from './record-list.tsx';
import { SearchField } from './search-field.tsx';

export interface WatchedPageProps {
  readonly report: Report;
  readonly filters: Filters;
}

/** Everything watched, the latest first, to search and to correct. */
export function WatchedPage({ report, filters }: WatchedPageProps) {
  const formats = useFormats();
  const { history } = report;
  const { day, kind, guessed, query } = filters;
  const list = useWatched(toQuery(filters), report);
  const loaded =
    list.records === undefined || list.isChanging
      ? undefined
      : { records: list.records, hasOlder: list.hasOlder };
  const [isChoosingDay, setChoosingDay] = useState(false);
  const [isSearching, setSearching] = useState(query !== undefined);
  const page = useRef<HTMLDivElement>(null);
  const focus = (selector: string) => page.current?.querySelector<HTMLElement>(selector)?.focus();

  function chooseDay(chosen: string) {
    const next = { ...filters, day: chosen };
    // One step back leads to all days, however many were tried.
    if (day === undefined) showFilters(next);
    else replaceFilters(next);
  }

  function clearDay() {
    setChoosingDay(false);
    if (day !== undefined) showFilters({ ...filters, day: undefined });
    requestAnimationFrame(() => focus('.go-to-day'));
  }

  function search(text: string) {
    replaceFilters({ ...filters, query: text === '' ? undefined : text });
  }

  return (
    <div className="watched" ref={page} data-searching={isSearching || query !== undefined}>
      <div className="watched-head">
        <div>
          <PageHeading className="page-title" title="Watched">
            Watched
          </PageHeading>
          <p className="watched-count" role="status">
            {countWords(history, filters, loaded, formats)}
          </p>
        </div>
        <div className="watched-buttons">
          <button
            type="button"
            className="icon-button"
            aria-label="Go to a day"
            aria-expanded={isChoosingDay || day !== undefined}
            onClick={() => setChoosingDay(!isChoosingDay)}
          >
            <IconCalendar size={22} aria-hidden />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label="Search"
            aria-expanded={isSearching || query !== undefined}
            onClick={() => {
              setSearching(!isSearching);
              requestAnimationFrame(() => focus('input[type="search"]'));
            }}
          >
            <IconSearch size={22} aria-hidden />
          </button>
        </div>
      </div>
      <div className="watched-fields">
        <SearchField query={query ?? ''} onSearch={search} />
        {isChoosingDay || day !== undefined ? (
          <DayField
            day={day}
            first={history.days[0]?.date ?? history.today}
            last={history.today}
            onChoose={chooseDay}
            onClear={clearDay}
          />
        ) : (
          <Button
            className="go-to-day"
            variant="outline"
            icon={<IconCalendar size={20} aria-hidden />}
            onClick={() => setChoosingDay(true)}
          >
            Go to a day
          </Button>
        )}
      </div>
      <FilterChips filters={filters} />
      <div className="watched-list" aria-busy={list.isChanging}>
        {list.trouble && (
          <p className="nothing-found" role="alert">
            {list.trouble.kind === 'failed' ? list.trouble.message : 'Could not reach the tracker.'}{' '}
            <button type="button" className="text-link" onClick={list.retry}>
              Try again
            </button>
          </p>
        )}
        {list.records === undefined && !list.trouble && (
          <div role="status" aria-label="Loading…">
            <Skeletons count={8} className="loading-row" />
          </div>
        )}
        {loaded?.records.length === 0 && (
          <NothingFound
            filters={filters}
            history={history}
            onClearSearch={() => {
              search('');
              focus('input[type="search"]');
            }}
          />
        )}
        {list.records !== undefined && (
          <RecordList
            // Other filters make another list.
            key={JSON.stringify([day, kind, guessed])}
            records={list.records}
            report={report}
            filters={filters}
            hasOlder={list.hasOlder && !list.trouble}
            isLoading={list.isLoading}
            onLoadOlder={list.loadOlder}
          />
        )}
      </div>
    </div>
  );
}

/** What the tracker is asked for, without what does not filter. */
function toQuery({ day, kind, guessed, query }: Filters): WatchedQuery {
  return {
    ...(day !== undefined && { day }),
    ...(kind !== undefined && { kind }),
    ...(guessed && { guessed: 'true' as const }),
    ...(query !== undefined && { query }),
  };
}
