import { clockOf } from '@immersion-tracker/contract/calendar';
import { useMemo, useState } from 'react';
import { useFormats } from '../text/use-formats.ts';
import type { Report, WatchedRecord } from '../tracker/tracker.ts';
import { changeWords } from './change-words.ts';
import { draftOf } from './draft.ts';

const nowInSeconds = () => Math.floor(Date.now() / 1000);

/** The date and the time of a record as somebody changes them, and what saving them would do. */
export function useTimeFields(record: WatchedRecord, { history }: Report) {
  const formats = useFormats();
  const clock = useMemo(() => clockOf(history.time_zone), [history.time_zone]);
  const [shown, setShown] = useState(() => clock.shownAt(record.watched_at));
  const now = nowInSeconds();
  const draft = draftOf(shown, record.watched_at, now, clock);

  function words(): string {
    switch (draft.type) {
      case 'incomplete':
        return 'Enter a date and a time.';
      case 'earlier':
        return 'That is before 1970. Enter a later date.';
      case 'later':
        return 'That is in the future. Enter a time that has passed.';
      case 'unchanged':
        return 'Change the date or the time to move it.';
      default: {
        const skipped = `The clocks skipped that time, so it becomes ${formats.clock(draft.moment * 1000, history.time_zone)}. `;
        const change = changeWords(history, record, draft.moment, formats);
        return `${draft.isSkipped ? skipped : ''}${change}`;
      }
    }
  }

  return {
    ...{ shown, draft, words: words() },
    today: clock.shownAt(now).date,
    setDate: (date: string) => setShown((before) => ({ ...before, date })),
    setTime: (time: string) => setShown((before) => ({ ...before, time })),
  };
}
