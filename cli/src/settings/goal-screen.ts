import { dailyGauge, dailyNotes } from '../progress/goal/daily-goal.ts';
import { target } from '../progress/goal/target.ts';
import type { History } from '../progress/history.ts';
import { heading } from '../progress/section.ts';
import { COMMAND } from '../text/command-name.ts';
import type { Paint } from '../text/paint.ts';

/** Today beside the daily goal, and how far the target is. */
export function goalScreen(history: History, columns: number, paint: Paint): string {
  const { goal } = history;
  if (goal === null) {
    return `No goal. To set one:\n  ${COMMAND} goal --daily 60\n  ${COMMAND} goal --hours 1000 --by 2028-03-31`;
  }
  const { daily_goal_minutes: daily, minutes_today: minutes } = goal;
  const today =
    daily === null
      ? []
      : [
          ...heading('Today', dailyNotes(minutes, daily, paint), columns, paint),
          dailyGauge(minutes, daily, columns, paint),
        ];
  const sections = [today, target(history, columns, paint)].filter(({ length }) => length > 0);
  return sections.map((lines) => lines.join('\n')).join('\n\n');
}
