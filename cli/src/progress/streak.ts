import { counted } from '@immersion-tracker/contract';
import { dateInWords } from '../days/date-words.ts';
import type { Paint } from '../text/paint.ts';
import type { History } from './history.ts';
import { heading } from './section.ts';

/** How many days in a row had something watched. Empty while nothing was. */
export function streak(history: History, columns: number, paint: Paint): string[] {
  const { current_days, current_since, longest_days } = history.streak;
  if (longest_days === 0) return [];

  const longest = paint.dim(`longest ${counted(longest_days, 'day')}`);
  if (current_days === 0) {
    return heading('Streak', ['starts with what you watch next', longest], columns, paint);
  }
  const isLongest = current_days >= longest_days;
  const goesOn = history.days.some(({ date }) => date === history.today);
  const since =
    current_days > 1 && current_since !== null ? ` since ${dateInWords(current_since)}` : '';
  const notes = [
    paint.accent(counted(current_days, 'day')) + since,
    ...(isLongest ? [] : [longest]),
    ...(isLongest && current_days > 1 ? [paint.dim('your longest')] : []),
    ...(goesOn ? [] : ['watch something today to keep it']),
  ];
  return heading('Streak', notes, columns, paint);
}
