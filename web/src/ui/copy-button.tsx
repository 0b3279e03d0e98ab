import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

/** Milliseconds for which the button says how it went. */
const SHOWN_MS = 2000;

type Outcome = 'copied' | 'failed';

const words: Readonly<Record<Outcome, string>> = { copied: 'Copied', failed: 'Not copied' };

export interface CopyButtonProps {
  readonly text: string;
  /** What it copies, for screen readers, such as `the command`. */
  readonly what: string;
}

/** Copies a text, and says so for a moment. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const Icon = outcome === 'copied' ? IconCheck : IconCopy;
  return (
    <>
      <Button
        className="copy-button"
        variant="subtle"
        icon={<Icon size={18} aria-hidden />}
        onClick={async () => setOutcome((await copied(text)) ? 'copied' : 'failed')}
      >
        {outcome === undefined ? 'Copy' : words[outcome]}
        <span className="visually-hidden"> {what}</span>
      </Button>
      <span className="visually-hidden" role="status">
        {outcome && words[outcome]}
      </span>
    </>
  );
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Over plain HTTP there is no clipboard, and elsewhere a person can deny access to it.
    return copiedFromField(text);
  }
}

/** Copies the way that older browsers know, which works over plain HTTP too. */
function copiedFromField(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}
