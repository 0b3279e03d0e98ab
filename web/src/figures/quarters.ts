import type { Progress } from './progress.ts';

/** A calendar quarter with the hours watched until its end. */
export interface Quarter {
  /** Its first day, as midnight UTC; undefined where the tracker's label is none that is known here. */
  readonly start: Date | undefined;
  /** As the tracker has it: `Jan 2026`. */
  readonly label: string;
  readonly hours: number;
  /** Hours watched in it. Differences of whole hours, so one more or less than was really watched. */
  readonly added: number;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The quarters of all time, in order. */
export function quarters({ all_time_progress }: Pick<Progress, 'all_time_progress'>): Quarter[] {
  return all_time_progress.map(({ label, cumulative_hours: hours }, index) => ({
    start: startOf(label),
    label,
    hours,
    added: hours - (all_time_progress[index - 1]?.cumulative_hours ?? 0),
  }));
}

function startOf(label: string): Date | undefined {
  const [, name = '', year] = /^([A-Z][a-z]{2}) (\d{4})$/.exec(label) ?? [];
  const month = MONTHS.indexOf(name);
  return month === -1 ? undefined : new Date(Date.UTC(Number(year), month));
}
