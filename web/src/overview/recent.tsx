import { IconRepeat } from '@tabler/icons-react';
import { isInLastWeek, nearDay } from '../days/day-names.ts';
import { dayOf } from '../days/day-of.ts';
import { Artwork } from '../kinds/artwork.tsx';
import { wordsOf } from '../records/words.ts';
import { hashOf } from '../routes/routes.ts';
import { useFormats } from '../text/use-formats.ts';
import type { History, Report, WatchedRecord } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';
import { Length } from '../ui/length.tsx';

/** The latest records. */
export function Recent({ report: { recent, history } }: { readonly report: Report }) {
  return (
    <Card className="recent" title="Recently watched">
      <ul className="recent-list">
        {recent.map((record) => (
          <li key={record.id}>
            <RecentRecord record={record} history={history} />
          </li>
        ))}
      </ul>
      <a className="text-link card-link" href={hashOf({ page: 'watched', filters: {} })}>
        Everything you watched
      </a>
    </Card>
  );
}

function RecentRecord({
  record,
  history,
}: {
  readonly record: WatchedRecord;
  readonly history: History;
}) {
  const { longWeekday, shortDate } = useFormats();
  const { kind, group, group_id: id, artwork_url, duration, duration_source } = record;
  const { title, detail } = wordsOf(record);
  const { today } = history;
  const date = dayOf(record.watched_at, history);
  const name =
    date > today
      ? 'Today'
      : (nearDay(date, today) ?? (isInLastWeek(date, today) ? longWeekday : shortDate)(date));
  return (
    <>
      <Artwork kind={kind} name={group ?? title} url={artwork_url} />
      <div className="recent-words">
        <p className="recent-title">
          <a href={hashOf({ page: 'group', kind, id })}>
            <bdi>{title}</bdi>
          </a>
          {record.rewatch_of !== null && <IconRepeat size={14} aria-label="Watched again" />}
        </p>
        {detail !== undefined && (
          <p className="soft">
            <bdi>{detail}</bdi>
          </p>
        )}
      </div>
      <div className="recent-when">
        {duration !== null && (
          <p>
            <Length seconds={duration} isGuess={duration_source === 'guess'} />
          </p>
        )}
        <p className="soft">{name}</p>
      </div>
    </>
  );
}
