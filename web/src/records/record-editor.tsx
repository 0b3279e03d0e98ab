import { type FormEvent, useEffect, useId, useRef } from 'react';
import type { Report, WatchedRecord } from '../tracker/tracker.ts';
import { Button } from '../ui/button.tsx';
import { RecordActions } from './record-actions.tsx';
import { useCorrections } from './use-corrections.ts';
import { useTimeFields } from './use-time-fields.ts';

export interface RecordEditorProps {
  readonly record: WatchedRecord;
  readonly report: Report;
  /** Whether this is the page of its show, channel, podcast or movie. */
  readonly isOnOwnPage: boolean;
  /** Closes the editor and moves the focus to its button. */
  onClose(): void;
}

/** The corrections of a record. */
export function RecordEditor({ record, report, isOnOwnPage, onClose }: RecordEditorProps) {
  const { move, watchAgain, remove } = useCorrections(report);
  const { shown, draft, words, today, setDate, setTime } = useTimeFields(record, report);
  const ids = { heading: useId(), words: useId() };
  const editor = useRef<HTMLDivElement>(null);
  const date = useRef<HTMLInputElement>(null);
  useEffect(() => {
    date.current?.focus();
    editor.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const isWrong = draft.type !== 'moment' && draft.type !== 'unchanged';

  /** Closes first, so that the focus is on the row when the row moves or goes. */
  function correct(how: () => void) {
    onClose();
    how();
  }

  function save(event: FormEvent) {
    event.preventDefault();
    if (draft.type === 'moment') correct(() => move(record, draft.moment));
    else if (draft.type === 'unchanged') onClose();
    else date.current?.focus();
  }

  const field = {
    className: 'text-box',
    'aria-describedby': ids.words,
    'aria-invalid': isWrong,
    required: true,
  };
  return (
    <div ref={editor} className="record-editor">
      <form aria-labelledby={ids.heading} noValidate onSubmit={save}>
        <h3 id={ids.heading}>When did you watch it?</h3>
        <div className="record-fields">
          <input
            {...field}
            ref={date}
            type="date"
            aria-label="Date"
            max={today}
            value={shown.date}
            onChange={({ currentTarget }) => setDate(currentTarget.value)}
          />
          <input
            {...field}
            type="time"
            aria-label="Time"
            value={shown.time}
            onChange={({ currentTarget }) => setTime(currentTarget.value)}
          />
          <Button className="record-save" type="submit" aria-disabled={isWrong}>
            Save
          </Button>
          <Button className="record-cancel" variant="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
        <p id={ids.words} className="record-change" data-wrong={isWrong} aria-live="polite">
          {words}
        </p>
      </form>
      <RecordActions
        record={record}
        isOnOwnPage={isOnOwnPage}
        onWatchAgain={() => correct(() => watchAgain(record))}
        onRemove={() => correct(() => remove(record))}
      />
    </div>
  );
}
