import { kindOf } from '@immersion-tracker/contract';
import { IconChevronRight, IconRepeat, IconTrash } from '@tabler/icons-react';
import { looks } from '../kinds/looks.ts';
import { hashOf } from '../routes/routes.ts';
import type { WatchedRecord } from '../tracker/tracker.ts';

export interface RecordActionsProps {
  readonly record: WatchedRecord;
  /** Whether this is the page of its show, channel, podcast or movie. */
  readonly isOnOwnPage: boolean;
  onWatchAgain(): void;
  onRemove(): void;
}

/** What can be done with a record besides moving it. */
export function RecordActions({ record, isOnOwnPage, onWatchAgain, onRemove }: RecordActionsProps) {
  const { kind, group_id: id } = record;
  const { Icon } = looks[kind];
  return (
    <div className="record-actions">
      <button type="button" className="record-again-button" onClick={onWatchAgain}>
        <IconRepeat size={18} aria-hidden /> Watched again
      </button>
      <button type="button" className="record-remove" onClick={onRemove}>
        <IconTrash size={18} aria-hidden /> Remove
      </button>
      {!isOnOwnPage && (
        <a href={hashOf({ page: 'group', kind, id })}>
          <Icon className="record-open-icon" size={18} aria-hidden />
          Open the {kindOf(kind).nouns.shortGroup[0]}
          <IconChevronRight className="record-open-arrow" size={16} aria-hidden />
        </a>
      )}
    </div>
  );
}
