import { endpoints } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { machineTimeZone } from '../days/learner-days.ts';
import { Failure } from '../errors/failure.ts';
import { cleanUpInWords, readPreferences } from '../preferences/preferences.ts';
import { type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import { changesOf } from './changes.ts';
import { settingsScreen } from './settings-screen.ts';
import { timeZoneProblem } from './time-zone.ts';

export interface SettingsOptions extends OutputOptions {
  readonly timeZone?: string;
  readonly dayStartsAt?: string;
}

/** `immersion settings`: changes how days are counted if an option says so, and shows it. */
export async function runSettings(context: CliContext, options: SettingsOptions): Promise<void> {
  const { timeZone, dayStartsAt } = options;
  const changes = changesOf('settings', [
    {
      ...{ setting: 'time_zone', flag: '--time-zone', example: 'Europe/Berlin' },
      value: timeZone === 'auto' ? machineTimeZone() : timeZone,
      problemWith: timeZoneProblem,
    },
    {
      ...{ setting: 'day_starts_at_hour', flag: '--day-starts-at', example: '4' },
      value: dayStartsAt,
    },
  ]);
  const tracker = await signedIn(context);
  const settings =
    changes === undefined
      ? tracker.send(endpoints.getSettings, undefined)
      : tracker.send(endpoints.updateSettings, changes);
  // Asked for after a change, which it depends on.
  if (changes !== undefined) await settings;
  const [own, history] = await Promise.all([
    settings,
    tracker.send(endpoints.getHistory, undefined),
  ]);
  const { say, paint } = screenFor(context, options);
  say(settingsScreen(own, history, machineTimeZone(), paint));
  const cleanUp = await cleanUpOf(context);
  if (cleanUp !== undefined) say(`\nRecorded files: ${cleanUp}`);
  printJson(context, options, own);
}

/** What a sync on this machine does with recorded files, if somebody chose; why that is not clear, if it is not. */
async function cleanUpOf(context: CliContext): Promise<string | undefined> {
  try {
    const { clean_up } = await readPreferences(context);
    return clean_up && cleanUpInWords(clean_up);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.message;
  }
}
