import { dateOf, monthOf, monthStart } from '@immersion-tracker/contract/calendar';
import { dayNumber } from '../../days/days.ts';
import type { Formats } from '../../text/formats.ts';
import type { History } from '../../tracker/tracker.ts';
import { growthOf, totalOf } from '../growth.ts';

export interface TableRow {
  readonly key: string;
  readonly cells: readonly [date: string, hours: string];
}

/** From this many months on, the table goes by quarter. */
const QUARTERS_FROM = 36;

/** The hours at the end of every month, or quarter in a long history, then today and in the forecast. */
export function tableRows(history: History, formats: Formats): readonly TableRow[] {
  const { today, goal } = history;
  const { date, length, minutes } = formats;
  const growth = growthOf(history);
  let index = 0;
  const past = periodEnds(history).map((end): TableRow => {
    const day = dayNumber(end);
    while ((growth[index + 1]?.day ?? Number.POSITIVE_INFINITY) <= day) index += 1;
    return { key: end, cells: [date(end), length(growth[index]?.seconds ?? 0)] };
  });
  const now: TableRow = {
    key: 'today',
    cells: [`${date(today)}, today`, length(totalOf(growth))],
  };
  if (!goal?.forecast || goal.target_hours === null) return [...past, now];
  const target = minutes(goal.target_hours * 60);
  const { early, likely, late } = goal.forecast;
  const dates = { early, likely, late };
  return [
    ...past,
    now,
    ...Object.entries(dates).map(
      ([name, day]): TableRow => ({
        key: name,
        cells: [`${day === null ? 'In more than ten years' : date(day)}, ${name}`, target],
      }),
    ),
  ];
}

/** The last days of the months or quarters that are over. */
function periodEnds({ days, today }: Pick<History, 'days' | 'today'>): string[] {
  const first = monthOf(dayNumber(days[0]?.date ?? today));
  const now = monthOf(dayNumber(today));
  const step = now - first < QUARTERS_FROM ? 1 : 3;
  const start = step === 1 ? first : Math.floor(first / step) * step;
  return Array.from({ length: Math.ceil(Math.max(0, now - start - step + 1) / step) }, (_, index) =>
    dateOf(monthStart(start + (index + 1) * step) - 1),
  );
}
