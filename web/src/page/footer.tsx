import { zoneName } from '../view-model/calendar.ts';

export interface FooterProps {
  readonly user: string;
  readonly timeZone: string;
}

/** Whose progress it is, how days are counted, and whom names and pictures are from. */
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
        Days begin and end at midnight in <strong>{zoneName(timeZone)}</strong>, where the tracker
        counts.
      </p>
      <p>
        Metadata of shows and movies is provided by{' '}
        <a href="https://thetvdb.com" rel="noreferrer">
          TheTVDB
        </a>
        . Please consider adding missing information there, or subscribing.
      </p>
    </footer>
  );
}
