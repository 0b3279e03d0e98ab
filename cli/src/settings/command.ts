import { Option } from 'commander';
import { type AddCommands, JSON_OPTION } from '../context/add-commands.ts';
import type { GoalOptions } from './run-goal.ts';
import type { SettingsOptions } from './run-settings.ts';

export const addGoal: AddCommands = (program, context) => {
  program
    .command('goal')
    .description('show or set your goal, and see when you will reach it')
    .option('--daily <minutes>', 'minutes to watch a day; `none` clears it')
    .option('--hours <hours>', 'hours to reach in all; `none` clears it')
    .option('--by <date>', 'the day by which to reach them, such as 2028-03-31; `none` clears it')
    .addOption(new Option('--clear', 'clear the whole goal').conflicts(['daily', 'hours', 'by']))
    .option(...JSON_OPTION)
    .action(async (options: GoalOptions) => {
      const { runGoal } = await import('./run-goal.ts');
      await runGoal(context, options);
    });
};

export const addSettings: AddCommands = (program, context) => {
  program
    .command('settings')
    .description('show or set your time zone, and the hour at which your days begin')
    .option(
      '--time-zone <zone>',
      "such as Europe/Berlin, or `auto` for this machine's; `none` clears it",
    )
    .option(
      '--day-starts-at <hour>',
      'the hour at which your days begin, from 0 to 23; `none` clears it',
    )
    .option(...JSON_OPTION)
    .action(async (options: SettingsOptions) => {
      const { runSettings } = await import('./run-settings.ts');
      await runSettings(context, options);
    });
};
