import { counted, mediaKinds, type Progress, readFigures } from '@immersion-tracker/contract';
import { flow } from '../text/flow.ts';
import type { Paint } from '../text/paint.ts';
import { dotted, INDENT, indented } from './section.ts';

/** Everything that was ever watched. */
export function totals(progress: Progress, columns: number, paint: Paint): string[] {
  const days = progress.days_since_first_episode;
  const hours = paint.bold(paint.accent(counted(progress.total_hours_watched, 'hour')));
  const since = days === 0 ? 'on your first day' : `in ${counted(days, 'day')}`;
  const figures = readFigures(progress);
  const counts = mediaKinds.map(({ id, nouns }) => counted(figures[id].watched, nouns.record));
  return [
    ...flow([hours, paint.bold(since)], columns),
    ...dotted(counts, columns - INDENT.length, paint).map(indented),
  ];
}
