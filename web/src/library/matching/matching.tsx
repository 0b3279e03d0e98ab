import { IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Card } from '../../ui/card.tsx';
import { SelectField } from '../../ui/field.tsx';
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
  /** The folder that is another show than those beside it. Empty for all of them. */
  const [folder, setFolder] = useState('');
  const chosen = subject.names.includes(folder) ? { ...subject, names: [folder] } : subject;
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
            {subject.names.length > 1 && (
              <SelectField
                className="matching-folder"
                label="Folder"
                aside={<IconChevronDown size={18} aria-hidden />}
                value={chosen === subject ? '' : folder}
                onChange={({ currentTarget: { value } }) => {
                  setFolder(value);
                  if (value !== '') setQuery(initialQuery({ ...subject, names: [value] }));
                }}
              >
                <option value="">All of them</option>
                {subject.names.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </SelectField>
            )}
            <SearchBox
              ref={input}
              maxLength={LONGEST_QUERY}
              aria-label={`Search TheTVDB for the ${what}`}
              placeholder="Title, or a link to TheTVDB"
              query={query}
              onQuery={setQuery}
            />
            <SearchResults subject={chosen} query={query} onMatched={onClose} />
          </>
        ) : (
          <KeyHelp provider="tvdb">Searching needs a TheTVDB key.</KeyHelp>
        )}
      </Card>
    </div>
  );
}
