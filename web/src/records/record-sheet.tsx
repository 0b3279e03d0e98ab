import { IconX } from '@tabler/icons-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Artwork } from '../kinds/artwork.tsx';
import { lengthWords } from '../text/length-words.ts';
import { useFormats } from '../text/use-formats.ts';
import type { WatchedRecord } from '../tracker/tracker.ts';
import { wordsOf } from './words.ts';

export interface RecordSheetProps {
  readonly record: WatchedRecord;
  onClose(): void;
  readonly children: ReactNode;
}

/** Shows a record above the page, at the bottom of a phone's screen. */
export function RecordSheet({ record, onClose, children }: RecordSheetProps) {
  const formats = useFormats();
  const sheet = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = sheet.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const { title, detail } = wordsOf(record);
  const { duration, duration_source } = record;
  const lasts = duration !== null && lengthWords(duration, duration_source === 'guess', formats);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a dialog with Escape.
    <dialog
      ref={sheet}
      className="record-sheet"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A click on the backdrop has the dialog itself as its target.
      onClick={({ target }) => target === sheet.current && onClose()}
    >
      <div className="record-sheet-inside">
        <div className="record-sheet-head">
          <Artwork kind={record.kind} name={record.group ?? title} url={record.artwork_url} />
          <div className="record-words">
            <p className="record-title">
              <bdi>{title}</bdi>
            </p>
            <p className="soft">{[detail, lasts].filter(Boolean).join(' · ')}</p>
          </div>
          <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
            <IconX size={20} aria-hidden />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
