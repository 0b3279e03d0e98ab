import { type AddCommands, examples, JSON_OPTION } from '../context/add-commands.ts';
import type { ProgressOptions } from './run-progress.ts';

export const addProgress: AddCommands = (program, context) => {
  program
    .command('progress')
    .description('show how far you have come')
    .option('--all', 'list every show, movie, channel and podcast')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        ['progress --all', 'with every show, movie, channel and podcast'],
        ['progress --json', 'for a program'],
      ),
    )
    .action(async (options: ProgressOptions) => {
      const { runProgress } = await import('./run-progress.ts');
      await runProgress(context, options);
    });
};
