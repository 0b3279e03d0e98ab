import { type RefObject, useState } from 'react';

/** Only one record is open at a time. */
let closeOther = () => {};

/** Whether a record is open. When it closes, the focus returns to its button. */
export function useOpening(button: RefObject<HTMLElement | null>) {
  const [isOpen, setOpen] = useState(false);
  return {
    isOpen,
    open() {
      closeOther();
      closeOther = () => setOpen(false);
      setOpen(true);
    },
    close() {
      setOpen(false);
      button.current?.focus();
    },
  };
}
