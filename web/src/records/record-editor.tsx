import { kindOf } from '@immersion-tracker/contract';
import { hashOf } from '../routes/routes.ts';
import type { Report, WatchedRecord } from '../tracker/tracker.ts';

export interface RecordEditorProps {
  readonly record: WatchedRecord;
  readonly report: Report;
  /** The id of the element that names the record. */
  readonly labelledBy: string;
  onClose(): void;
}

/** The corrections of a record. */
export function RecordEditor({ record, labelledBy }: RecordEditorProps) {
  const { kind, group_id: id } = record;
  return (
    <section className="record-editor" aria-labelledby={labelledBy}>
      <a className="text-link" href={hashOf({ page: 'group', kind, id })}>
        Open the {kindOf(kind).nouns.shortGroup[0]}
      </a>
    </section>
  );
}
