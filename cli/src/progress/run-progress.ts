import { endpoints } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { hasUnknownShows } from './guesses.ts';
import { historyOf, unlessMissing } from './history.ts';
import { progressScreen } from './progress-screen.ts';

export interface ProgressOptions extends OutputOptions {
  readonly all?: boolean;
}

/** `immersion progress`. */
export async function runProgress(context: CliContext, options: ProgressOptions): Promise<void> {
  const screen = screenFor(context, options);
  const tracker = await signedIn(context);
  const [progress, history] = await Promise.all([
    tracker.send(endpoints.getProgress, undefined),
    historyOf(tracker),
  ]);
  printJson(context, options, { ...progress, history: history ?? null });
  if (options.json === true) return;
  // Only if the answer makes a difference.
  const asksForKey = (history?.guessed_seconds ?? 0) > 0 && hasUnknownShows(progress);
  const hasTvdbKey = !asksForKey || (await hasKey(tracker));
  const { width, paint } = screen;
  const all = options.all ?? false;
  screen.draw(progressScreen({ progress, history }, { width, all, hasTvdbKey }, paint));
}

async function hasKey(tracker: Tracker): Promise<boolean> {
  const providers = await tracker.send(endpoints.getProviders, undefined).catch(unlessMissing);
  return providers?.tvdb ?? true;
}
