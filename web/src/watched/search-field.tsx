import { IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';

export interface SearchFieldProps {
  /** What the list is searched for. */
  readonly query: string;
  /** Called after a pause in typing, and on Enter. */
  onSearch(query: string): void;
}

/** Milliseconds without a key press after which a search begins. */
const PAUSE_MS = 250;

export function SearchField({ query, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(query);
  const [sent, setSent] = useState(query);
  const [seen, setSeen] = useState(query);
  // Follows the address, for example after Back, unless it only catches up with what was typed.
  if (query !== seen) {
    setSeen(query);
    if (query !== sent) {
      setSent(query);
      setText(query);
    }
  }

  const search = useEffectEvent(() => {
    setSent(text.trim());
    onSearch(text.trim());
  });
  const isSent = text.trim() === sent;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key press restarts the pause.
  useEffect(() => {
    if (isSent) return;
    const timer = setTimeout(() => search(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, isSent]);

  return (
    <search className="search-field">
      <IconSearch size={20} aria-hidden />
      <input
        className="text-box"
        type="search"
        aria-label="Search titles, shows, channels and podcasts"
        placeholder="Search titles, shows, channels and podcasts"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={({ key, nativeEvent }) => {
          // Enter also confirms what a Japanese input method suggests.
          if (key !== 'Enter' || nativeEvent.isComposing || isSent) return;
          setSent(text.trim());
          onSearch(text.trim());
        }}
      />
    </search>
  );
}
