import { endpoints } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import { type Changes, changesOf } from './changes.ts';
import { goalScreen } from './goal-screen.ts';

export interface GoalOptions extends OutputOptions {
  readonly daily?: string;
  readonly hours?: string;
  readonly by?: string;
  readonly clear?: boolean;
}

const CLEARED = {
  daily_goal_minutes: null,
  target_hours: null,
  target_date: null,
} satisfies Changes;

/** `immersion goal`: changes the goal if an option says so, and shows it. */
export async function runGoal(context: CliContext, options: GoalOptions): Promise<void> {
  const { daily, hours, by, clear } = options;
  const changes =
    clear === true
      ? CLEARED
      : changesOf('goal', [
          { setting: 'daily_goal_minutes', flag: '--daily', example: '60', value: daily },
          { setting: 'target_hours', flag: '--hours', example: '1000', value: hours },
          { setting: 'target_date', flag: '--by', example: '2028-03-31', value: by },
        ]);
  const tracker = await signedIn(context);
  if (changes !== undefined) await tracker.send(endpoints.updateSettings, changes);
  const history = await tracker.send(endpoints.getHistory, undefined);
  const { say, columns, paint } = screenFor(context, options);
  say(goalScreen(history, columns, paint));
  printJson(context, options, { goal: history.goal });
}
