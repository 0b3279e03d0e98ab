import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { keepFocus } from './keep-focus.ts';

/** Only one record is open at a time. */
let closeOther = () => {};

/**
 * Whether the record of a button is open. When it closes, also by Escape, the focus returns to its button. When it is
 * removed, the focus moves to the next record's button.
 */
export function useOpening(button: RefObject<HTMLElement | null>, id: string) {
  const [isOpen, setOpen] = useState(false);

  function close() {
    // A button behind an open sheet cannot take the focus.
    flushSync(() => setOpen(false));
    button.current?.focus();
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
  });
  useEffect(() => {
    if (!isOpen) return;
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOpen]);

  useLayoutEffect(() => {
    const { current } = button;
    return () => keepFocus(current, id);
  }, [button, id]);

  return {
    isOpen,
    open() {
      closeOther();
      closeOther = () => setOpen(false);
      setOpen(true);
    },
    close,
  };
}
