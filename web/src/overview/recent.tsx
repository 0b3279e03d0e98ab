import { IconRepeat } from '@tabler/icons-react';
import { dayOf } from '../days/day-of.ts';
import { daysAfter } from '../days/days.ts';
import { Artwork } from '../kinds/artwork.tsx';
import { hashOf } from '../routes/routes.ts';
import { useFormats } from '../text/use-formats.ts';
import type { Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';
import { Length } from '../ui/length.tsx';

/** The latest records. */
export function Recent({ report: { recent, history } }: { readonly report: Report }) {
  const { longWeekday, shortDate } = useFormats();
  const { today } = history;
  const named = (date: string) => {
    if (date >= today) return 'Today';
    if (date === daysAfter(today, -1)) return 'Yesterday';
    return date > daysAfter(today, -7) ? longWeekday(date) : shortDate(date);
  };
  return (
    <Card className="recent" title="Recently watched">
      <ul className="recent-list">
        {recent.map(({ id, kind, title, group, group_id, artwork_url, watched_at, ...record }) => (
          <li key={id}>
            <Artwork kind={kind} name={group ?? title} url={artwork_url} />
            <div className="recent-words">
              <p className="recent-title">
                <a href={hashOf({ page: 'group', kind, id: group_id })}>
                  <bdi>{kind === 'episode' ? (group ?? title) : title}</bdi>
                </a>
                {record.rewatch_of !== null && <IconRepeat size={14} aria-label="Watched again" />}
              </p>
              {group !== null && (
                <p className="soft">
                  <bdi>{kind === 'episode' ? title : group}</bdi>
                </p>
              )}
            </div>
            <div className="recent-when">
              {record.duration !== null && (
                <p>
                  <Length seconds={record.duration} isGuess={record.duration_source === 'guess'} />
                </p>
              )}
              <p className="soft">{named(dayOf(watched_at, history))}</p>
            </div>
          </li>
        ))}
      </ul>
      <a className="text-link card-link" href={hashOf({ page: 'watched', filters: {} })}>
        Everything you watched
      </a>
    </Card>
  );
}
