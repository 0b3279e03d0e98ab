import { kindOf } from '@immersion-tracker/contract';
import { dateName } from '../days/day-names.ts';
import { daysAfter } from '../days/days.ts';
import { type Filters, hashOf } from '../routes/routes.ts';
import { howToBegin } from '../text/kind-words.ts';
import { useFormats } from '../text/use-formats.ts';
import type { History } from '../tracker/tracker.ts';

export interface NothingFoundProps {
  readonly filters: Filters;
  readonly history: History;
  onClearSearch(): void;
}

/** Shown instead of a list without records. */
export function NothingFound({ filters, history, onClearSearch }: NothingFoundProps) {
  const formats = useFormats();
  const { query, day, kind, guessed } = filters;
  if (query !== undefined) {
    return (
      <p className="nothing-found">
        Nothing matches “<bdi>{query}</bdi>”.{' '}
        <button type="button" className="text-link" onClick={onClearSearch}>
          Clear search
        </button>
      </p>
    );
  }
  if (day !== undefined) {
    const missing = missingWords(filters);
    const before = daysAfter(day, -1);
    return (
      <p className="nothing-found">
        {missing} on {dateName(day, history.today, formats)}.{' '}
        <a
          className="text-link"
          href={hashOf({ page: 'watched', filters: { ...filters, day: before } })}
        >
          See the day before
        </a>
      </p>
    );
  }
  if (guessed) {
    const among = kind === undefined ? '' : ` among your ${kindOf(kind).nouns.record[1]}`;
    return <p className="nothing-found">No guessed lengths{among}.</p>;
  }
  return (
    <p className="nothing-found">
      {kind === undefined ? 'Nothing yet. Sync to begin.' : howToBegin(kindOf(kind))}
    </p>
  );
}

/** What a day does not have, of what the filters ask for. */
function missingWords({ kind, guessed }: Filters): string {
  const records = kind === undefined ? undefined : kindOf(kind).nouns.record[1];
  if (guessed) return `No guessed lengths${records === undefined ? '' : ` of ${records}`}`;
  return records === undefined ? 'Nothing' : `No ${records}`;
}
