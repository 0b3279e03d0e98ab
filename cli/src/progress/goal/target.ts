import { counted, thousands } from '@immersion-tracker/contract';
import { dateInWords } from '../../days/date-words.ts';
import { COMMAND } from '../../text/command-name.ts';
import type { Paint } from '../../text/paint.ts';
import { gauge } from '../charts/gauge.ts';
import type { History } from '../history.ts';
import { heading, INDENT, indented, prose, together } from '../section.ts';
import { forecastInWords } from './forecast-in-words.ts';
import { neededInWords } from './needed-in-words.ts';

/** The hours on the way to the target, and when it will be reached. Empty without a target. */
export function target(history: History, columns: number, paint: Paint): string[] {
  const { goal } = history;
  if (goal === null) return [];
  const { target_hours: hours, target_date: date, hours_so_far: soFar } = goal;
  const width = columns - INDENT.length;
  const section = (note: string, lines: readonly string[]) => [
    ...heading('Goal', [note], columns, paint),
    ...lines.map(indented),
  ];
  if (hours === null) {
    if (date === null) return [];
    const command = together(`${COMMAND} goal --hours 1000`);
    const advice = `To set how many hours to reach by then: ${command}`;
    return section(`by ${dateInWords(date)}`, prose(advice, width));
  }
  const next = together(`${COMMAND} goal --hours <hours>`);
  const sentences =
    soFar >= hours
      ? [`You have reached your goal. The next one: ${next}`]
      : [...neededInWords(goal, hours, history.today), forecastInWords(history, goal, hours)];
  return section(`${paint.accent(thousands(soFar))} of ${counted(hours, 'hour')}`, [
    gauge(soFar, hours, width, paint),
    ...prose(sentences.join(' '), width),
  ]);
}
