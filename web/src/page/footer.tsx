import { zoneName } from '../view-model/calendar.ts';

export interface FooterProps {
  readonly user: string;
  readonly timeZone: string;
}

/** Who is signed in, which time zone counts, and TheTVDB's attribution. */
export function Footer({ user, timeZone }: FooterProps) {
  return (
    <footer className="footer">
      <p>
        Signed in as{' '}
        <strong>
          <bdi>{user}</bdi>
        </strong>
        .
      </p>
      <p>
        Days begin and end at midnight in <strong>{zoneName(timeZone)}</strong>, the tracker’s time
        zone.
      </p>
      <p>
        Metadata for shows and movies is provided by{' '}
        <a href="https://thetvdb.com" rel="noreferrer">
          TheTVDB
        </a>
        . Please consider adding missing information there, or subscribing.
      </p>
    </footer>
  );
}
