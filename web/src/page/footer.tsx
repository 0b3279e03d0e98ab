import { hashOf } from '../routes/routes.ts';
import { hourName } from '../text/hour-name.ts';
import { zoneName } from '../text/zone-name.ts';
import type { History } from '../tracker/tracker.ts';

/** When days begin, and the attribution that TheTVDB requires. */
export function Footer({ history }: { readonly history: History }) {
  const hour = history.day_starts_at_hour;
  const begin = hour === 0 ? 'midnight' : hourName(hour);
  return (
    <footer className="footer">
      <p>
        Days begin at {begin} in {zoneName(history.time_zone)}.{' '}
        <a className="text-link" href={hashOf({ page: 'settings' })}>
          Change
        </a>
      </p>
      <p>
        Names and artwork of shows and movies come from{' '}
        <a className="text-link" href="https://thetvdb.com" target="_blank" rel="noreferrer">
          TheTVDB
        </a>
        . Please consider adding what is missing, or subscribing.
      </p>
    </footer>
  );
}
