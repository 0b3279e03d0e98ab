import { useId, useRef, useState } from 'react';
import type { RangeWords } from '../days/range-words.ts';

/** The early and the late date, with how they are found behind a button. */
export function RangeNote({ range: { opener, rest } }: { readonly range: RangeWords }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape only repeats what the button does.
    <div
      className="goal-note soft"
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <p>
        <button
          ref={button}
          type="button"
          className="text-link"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {opener}
        </button>
        {rest}
      </p>
      <p id={id} className="goal-method" hidden={!open}>
        The likely date assumes that you keep your pace, taken as the average of your last 4, 8, 16,
        32 and 52 weeks, so recent weeks count most. The early and late dates allow for as much
        change as people’s habits usually show, adjusted by how much your own months have differed.
      </p>
    </div>
  );
}
