import { endpoints } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import { progressScreen } from './progress-screen.ts';

export interface ProgressOptions extends OutputOptions {
  readonly all?: boolean;
}

/** `immersion progress`. */
export async function runProgress(context: CliContext, options: ProgressOptions): Promise<void> {
  const screen = screenFor(context, options);
  const tracker = await signedIn(context);
  const progress = await tracker.send(endpoints.getProgress, undefined);
  const { columns, paint } = screen;
  screen.say(progressScreen(progress, { columns, all: options.all ?? false }, paint));
  printJson(context, options, progress);
}
