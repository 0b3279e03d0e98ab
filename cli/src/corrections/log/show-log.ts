import { largest } from '@immersion-tracker/contract';
import stringWidth from 'string-width';
import type { Screen } from '../../terminal/screen.ts';
import { fit, truncate } from '../../text/columns.ts';
import { COMMAND } from '../../text/command-name.ts';
import { nameOf, type Watched } from '../../tracker/watched.ts';
import type { Moments } from '../moments.ts';
import { lengthInWords } from '../records/length-in-words.ts';

/** A record with the code by which other commands find it. */
export interface LogEntry extends Watched {
  readonly code: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** Lists records by day, and says how to correct them. */
export function showLog(screen: Screen, entries: readonly LogEntry[], moments: Moments): void {
  showDays(screen, entries, moments);
  if (entries.some(({ duration_source }) => duration_source === 'guess')) {
    screen.say('A length with ~ is a guess.');
  }
  screen.say(`To correct a record: ${COMMAND} date, again or remove, and its code on the left.`);
}

export function showDays(screen: Screen, entries: readonly LogEntry[], moments: Moments): void {
  for (const [, ofDay] of Map.groupBy(entries, ({ day }) => day)) {
    screen.say(screen.paint.bold(moments.dayOf(ofDay[0]?.watched_at ?? 0)));
    for (const line of logLines(screen, ofDay, entries, moments)) screen.say(line);
    screen.say();
  }
}

/** One line for each record. The columns are as wide as `all` records need. */
function logLines(
  { columns, paint }: Screen,
  entries: readonly LogEntry[],
  all: readonly LogEntry[],
  moments: Moments,
): string[] {
  const widest = (texts: readonly string[]) =>
    largest(
      texts.map((one) => stringWidth(one)),
      0,
    );
  const codeWidth = widest(all.map(({ code }) => code));
  const lengthWidth = widest(all.map(lengthInWords));
  // The indent, the time, and two spaces between columns.
  const nameWidth = columns - 2 - codeWidth - 2 - 5 - 2 - 2 - lengthWidth;
  return entries.map((entry) => {
    const time = moments.timeOf(entry.watched_at);
    const name = fit(truncate(nameOf(entry), nameWidth), nameWidth);
    const length = fit(lengthInWords(entry), lengthWidth, 'right');
    const code = paint.accent(fit(entry.code, codeWidth));
    return `  ${code}  ${paint.dim(time)}  ${name}  ${length}`.trimEnd();
  });
}
