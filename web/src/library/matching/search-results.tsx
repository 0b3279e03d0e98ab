import { useState } from 'react';
import { Artwork } from '../../kinds/artwork.tsx';
import { useFormats } from '../../text/use-formats.ts';
import { Button } from '../../ui/button.tsx';
import type { Subject } from './match.ts';
import { useMatch } from './use-match.ts';
import { type Results, useSearch } from './use-search.ts';

/** This many results have room without moving what is below them. */
const FIRST = 3;

export interface SearchResultsProps {
  readonly subject: Subject;
  readonly query: string;
  onMatched(): void;
}

/** What TheTVDB knows by a name, each with a button that matches it. */
export function SearchResults({ subject, query, onMatched }: SearchResultsProps) {
  const { counted } = useFormats();
  const type = subject.kind === 'episode' ? 'series' : 'movie';
  const { results, problem, searching, retry } = useSearch(type, query);
  const matching = useMatch(subject, onMatched);
  const [all, setAll] = useState(false);

  function status(): string {
    if (query.trim() === '') return 'Type a title, or paste a link to TheTVDB.';
    if (searching) return 'Searching…';
    if (results === undefined) return '';
    if (results.length > 0)
      return `${counted(results.length, 'result')}. You can also paste a link to TheTVDB.`;
    return 'TheTVDB knows nothing by that name. Try the original title, or paste a link.';
  }
  return (
    <>
      <p className="soft" role="status">
        {status()}
      </p>
      {problem && !searching && (
        <p className="library-problem" role="alert">
          {problem.message}{' '}
          <button type="button" className="text-link" onClick={retry}>
            Try again
          </button>
        </p>
      )}
      {matching.problem !== undefined && (
        <p className="library-problem" role="alert">
          Could not match it. {matching.problem}
        </p>
      )}
      {results === undefined && searching && <div className="matching-results" />}
      {results !== undefined && results.length > 0 && (
        <ul className="matching-results">
          {results.slice(0, all ? undefined : FIRST).map((result, index) => (
            <Result
              key={result.tvdb_id}
              kind={subject.kind}
              result={result}
              isFirst={index === 0}
              isCurrent={result.tvdb_id === subject.tvdbId}
              isBusy={result.tvdb_id === matching.busy}
              onChoose={() => void matching.choose(result.tvdb_id)}
            />
          ))}
        </ul>
      )}
      {results !== undefined && results.length > FIRST && !all && (
        <button type="button" className="text-link matching-more" onClick={() => setAll(true)}>
          Show {results.length - FIRST} more
        </button>
      )}
    </>
  );
}

interface ResultProps {
  readonly kind: Subject['kind'];
  readonly result: Results[number];
  readonly isFirst: boolean;
  readonly isCurrent: boolean;
  readonly isBusy: boolean;
  onChoose(): void;
}

function Result({ kind, result, isFirst, isCurrent, isBusy, onChoose }: ResultProps) {
  const { name, original_name, year, image, overview } = result;
  return (
    <li>
      <Artwork kind={kind} name={name} url={image} />
      <div className="matching-words">
        <p>
          <strong>
            <bdi>{original_name}</bdi>
          </strong>
          {year !== null && ` ${year}`}
        </p>
        {name !== original_name && (
          <p className="soft">
            <bdi>{name}</bdi>
          </p>
        )}
        {overview !== null && <p className="soft matching-overview">{overview}</p>}
      </div>
      {isCurrent ? (
        <p className="soft">Matched now</p>
      ) : (
        <Button
          variant={isFirst ? 'filled' : 'light'}
          aria-label={`This is it: ${original_name}`}
          aria-disabled={isBusy}
          onClick={onChoose}
        >
          {isBusy ? 'Matching…' : 'This is it'}
        </Button>
      )}
    </li>
  );
}
