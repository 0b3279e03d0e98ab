import type { WatchedRecord } from '../tracker/tracker.ts';

/** What a list calls a record: an episode by its show, everything else by its own title. */
export function wordsOf({ kind, title, group }: Pick<WatchedRecord, 'kind' | 'title' | 'group'>): {
  readonly title: string;
  readonly detail?: string | undefined;
} {
  if (group === null) return { title };
  return kind === 'episode' ? { title: group, detail: title } : { title, detail: group };
}
