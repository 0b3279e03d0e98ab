import { IconDots, IconRepeat, IconX } from '@tabler/icons-react';
import { memo, useRef } from 'react';
import { dayOf } from '../days/day-of.ts';
import { Artwork } from '../kinds/artwork.tsx';
import { useFormats } from '../text/use-formats.ts';
import type { Report, WatchedRecord } from '../tracker/tracker.ts';
import { Length } from '../ui/length.tsx';
import { OpenRecord } from './open-record.tsx';
import { useOpening } from './use-opening.ts';
import { wordsOf } from './words.ts';

export interface RecordRowProps {
  readonly record: WatchedRecord;
  readonly report: Report;
  /** `list`: among records of every kind. `group`: on the page of its show, channel, podcast or movie. */
  readonly variant: 'list' | 'group';
}

/** A record, and a button that opens its corrections. */
export const RecordRow = memo(function RecordRow({ record, report, variant }: RecordRowProps) {
  const { clock, mediumDay } = useFormats();
  const { history } = report;
  const { title, detail } = wordsOf(record);
  const button = useRef<HTMLButtonElement>(null);
  const { isOpen, open, close } = useOpening(button, record.id);
  return (
    <div className="record" data-variant={variant} data-open={isOpen}>
      <div className="record-line">
        {variant === 'list' && (
          <Artwork kind={record.kind} name={record.group ?? title} url={record.artwork_url} />
        )}
        <div className="record-words">
          <p className="record-title">
            <bdi>{variant === 'list' ? title : record.title}</bdi>
            {record.rewatch_of !== null && (
              <span className="record-again">
                <IconRepeat size={14} aria-hidden /> Watched again
              </span>
            )}
          </p>
          {variant === 'list' && detail !== undefined && (
            <p className="soft">
              <bdi>{detail}</bdi>
            </p>
          )}
        </div>
        <p className="record-length">
          {record.duration !== null && (
            <Length seconds={record.duration} isGuess={record.duration_source === 'guess'} />
          )}
        </p>
        <p className="record-time">
          {variant === 'list'
            ? clock(record.watched_at * 1000, history.time_zone)
            : mediumDay(dayOf(record.watched_at, history))}
        </p>
        <button
          ref={button}
          type="button"
          className="record-button icon-button"
          data-record={record.id}
          aria-expanded={isOpen}
          aria-label={`Correct ${record.title}`}
          onClick={isOpen ? close : open}
        >
          {isOpen ? <IconX size={20} aria-hidden /> : <IconDots size={20} aria-hidden />}
        </button>
      </div>
      {isOpen && (
        <OpenRecord
          record={record}
          report={report}
          isOnOwnPage={variant === 'group'}
          onClose={close}
        />
      )}
    </div>
  );
});
