import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Card } from '../../ui/card.tsx';
import { KeyHelp } from '../../ui/key-help.tsx';
import { SearchBox } from '../search-box.tsx';
import { initialQuery } from './initial-query.ts';
import type { Subject } from './match.ts';
import { SearchResults } from './search-results.tsx';

/** The longest query that the tracker takes. */
const LONGEST_QUERY = 500;

export interface MatchingProps {
  readonly subject: Subject;
  /** Whether the tracker has a key for TheTVDB. */
  readonly canSearch: boolean;
  /** Whether somebody has just asked for it. */
  readonly isAsked: boolean;
  onClose(): void;
}

/** Asks which show or movie a folder or file is. */
export function Matching({ subject, canSearch, isAsked, onClose }: MatchingProps) {
  const [query, setQuery] = useState(() => initialQuery(subject));
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isAsked) input.current?.focus();
  }, [isAsked]);

  const what = subject.kind === 'episode' ? 'show' : 'movie';
  const length = subject.kind === 'episode' ? 'the real length of an episode' : 'its length';

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isAsked) return;
    event.preventDefault();
    onClose();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape works wherever the focus is in it.
    <div onKeyDown={closeOnEscape}>
      <Card className="matching" title={`Which ${what} is this?`}>
        <p className="soft">Matching it gives you the name, the artwork and {length}.</p>
        {canSearch ? (
          <>
            <SearchBox
              ref={input}
              maxLength={LONGEST_QUERY}
              aria-label={`Search TheTVDB for the ${what}`}
              placeholder="Title, or a link to TheTVDB"
              query={query}
              onQuery={setQuery}
            />
            <SearchResults subject={subject} query={query} onMatched={onClose} />
          </>
        ) : (
          <KeyHelp provider="tvdb">Searching needs a TheTVDB key.</KeyHelp>
        )}
      </Card>
    </div>
  );
}
