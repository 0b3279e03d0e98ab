import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

export interface DayFieldProps {
  readonly day: string | undefined;
  /** The days that can be chosen, as `YYYY-MM-DD`. */
  readonly first: string;
  readonly last: string;
  onChoose(day: string): void;
  /** Called when somebody wants to see all days again. */
  onClear(): void;
}

/** Chooses a day, with the browser's own picker. */
export function DayField({ day = '', first, last, onChoose, onClear }: DayFieldProps) {
  const [text, setText] = useState(day);
  const [seen, setSeen] = useState(day);
  if (day !== seen) {
    setSeen(day);
    setText(day);
  }
  const field = useRef<HTMLInputElement>(null);
  const isEmpty = day === '';
  useEffect(() => {
    if (isEmpty) pick(field.current);
  }, [isEmpty]);

  return (
    <div className="day-field">
      <input
        ref={field}
        className="text-box"
        type="date"
        aria-label="Day"
        min={first}
        max={last}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          // While somebody types a year, the first digits already make a date.
          if (first <= value && value <= last) onChoose(value);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onClear();
        }}
      />
      <button type="button" className="icon-button" aria-label="All days" onClick={onClear}>
        <IconX size={20} aria-hidden />
      </button>
    </div>
  );
}

function pick(field: HTMLInputElement | null): void {
  field?.focus();
  try {
    field?.showPicker();
  } catch {
    // Some browsers do not show it. The field can be filled in all the same.
  }
}
