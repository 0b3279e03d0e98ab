/** How days are counted, and whom the names and pictures are from. */
export function Footer({ timeZone }: { readonly timeZone: string }) {
  return (
    <footer className="footer">
      <p>
        Days begin and end at midnight in <strong>{timeZone.replaceAll('_', ' ')}</strong>, where
        the tracker counts.
      </p>
      <p>
        Metadata of series and films is provided by{' '}
        <a href="https://thetvdb.com" rel="noreferrer">
          TheTVDB
        </a>
        . Please consider adding missing information there, or subscribing.
      </p>
    </footer>
  );
}
