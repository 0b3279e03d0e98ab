import { ApiError, endpoints } from '@immersion-tracker/contract';
import { Failure } from '../errors/failure.ts';
import { type Asking, choose, ENTER } from '../terminal/choose.ts';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import type { Tracker } from '../tracker/tracker.ts';

interface Deps extends Asking {
  readonly tracker: Tracker;
}

/**
 * Asks in which time zone to count days, once: saves either answer, so that nobody asks again. `machineZone`
 * is that of this machine. A login must not fail because of it.
 */
export async function offerTimeZone(
  { prompter, screen, tracker }: Deps,
  machineZone: string,
): Promise<void> {
  if (!prompter.interactive) return;
  // The original tracker has no settings: ask nothing if it answers with an error.
  const trackerZone = await zoneOfTracker(tracker).catch(orNothing);
  if (trackerZone === undefined || trackerZone === machineZone) return;
  const question = `Count your days in ${machineZone}, like this machine?`;
  const answer = await choose({ prompter, screen }, question, [
    [ENTER, 'yes', `in ${machineZone}`],
    ['n', 'no', `in ${trackerZone}, like the tracker`],
  ]);
  const time_zone = answer === 'no' ? trackerZone : machineZone;
  try {
    await tracker.send(endpoints.updateSettings, { time_zone });
    screen.say(
      `Your days are counted in ${time_zone}. To change that: ${COMMAND} settings --time-zone <zone>`,
    );
  } catch (error) {
    if (!isOfTracker(error)) throw error;
    screen.say(screen.paint.warning(`Your time zone was not saved: ${printable(error.message)}`));
  }
}

/** The zone in which the tracker counts the days of a user who has not chosen one; undefined for others. */
async function zoneOfTracker(tracker: Tracker): Promise<string | undefined> {
  const settings = await tracker.send(endpoints.getSettings, undefined);
  if (settings.time_zone !== null) return undefined;
  return (await tracker.send(endpoints.getHistory, undefined)).time_zone;
}

function orNothing(error: unknown): undefined {
  if (!isOfTracker(error)) throw error;
}

const isOfTracker = (error: unknown): error is ApiError | Failure =>
  error instanceof ApiError || error instanceof Failure;
