import type { endpoints, ResponseOf } from '@immersion-tracker/contract';
import type { History } from '../progress/history.ts';
import { fit } from '../text/columns.ts';
import { COMMAND } from '../text/command-name.ts';
import type { Paint } from '../text/paint.ts';
import { printable } from '../text/printable.ts';

type Settings = ResponseOf<typeof endpoints.getSettings>;

const LABEL_WIDTH = 'Days begin at'.length;

/** How the learner's days are counted, and which settings are the tracker's defaults. */
export function settingsScreen(
  own: Settings,
  { time_zone, day_starts_at_hour }: Pick<History, 'time_zone' | 'day_starts_at_hour'>,
  machineZone: string,
  paint: Paint,
): string {
  const rows = [
    {
      label: 'Time zone',
      value: printable(time_zone),
      note: own.time_zone === null ? "the tracker's default" : '',
    },
    {
      label: 'Days begin at',
      value: `${`${day_starts_at_hour}`.padStart(2, '0')}:00`,
      note: own.day_starts_at_hour === null ? 'the default' : '',
    },
  ];
  const lines = rows.map(({ label, value, note }) => {
    const cells = `${paint.dim(fit(label, LABEL_WIDTH))}  ${value}`;
    return note === '' ? cells : `${cells} ${paint.dim(`(${note})`)}`;
  });
  const differs = own.time_zone === null && time_zone !== machineZone;
  const advice = `This machine is in ${machineZone}. To count your days in that time zone: ${COMMAND} settings --time-zone auto`;
  return [...lines, ...(differs ? ['', advice] : [])].join('\n');
}
