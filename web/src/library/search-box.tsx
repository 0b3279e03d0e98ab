import { IconSearch, IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { TextField, type TextFieldProps } from '../ui/field.tsx';

export interface SearchBoxProps extends Omit<TextFieldProps, 'ref' | 'value' | 'onChange'> {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly query: string;
  onQuery(query: string): void;
}

/** A field to search in, with a button that clears it. */
export function SearchBox({ ref, query, onQuery, ...attributes }: SearchBoxProps) {
  return (
    <TextField
      {...attributes}
      ref={ref}
      className="entry-search"
      type="search"
      value={query}
      icon={<IconSearch size={18} aria-hidden />}
      aside={
        query !== '' && (
          <button
            type="button"
            className="icon-button"
            aria-label="Clear the search"
            onClick={() => {
              onQuery('');
              ref.current?.focus();
            }}
          >
            <IconX size={18} aria-hidden />
          </button>
        )
      }
      onChange={(event) => onQuery(event.currentTarget.value)}
    />
  );
}
