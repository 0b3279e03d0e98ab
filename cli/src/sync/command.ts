import { Option } from 'commander';
import { type AddCommands, JSON_OPTION } from '../context/add-commands.ts';
import { KNOWN_ANSWERS } from './plan/instructions.ts';
import type { SyncOptions } from './run-sync.ts';

export const addSync: AddCommands = (program, context, end) => {
  program
    .command('sync')
    .description('record what you watched, and delete what was recorded')
    .argument('[folder]', 'the media folder', '.')
    .option('-n, --dry-run', 'show the plan, and touch nothing')
    .option('--keep', 'delete nothing')
    .option('--trash', "move files to the system's trash instead of deleting them")
    .option(
      '--no-input',
      'ask nothing, and leave what needs an answer; new shows stay without names',
    )
    .addOption(
      new Option(
        '--known <answer>',
        'what to do with everything that was already recorded',
      ).choices(KNOWN_ANSWERS),
    )
    .option(
      '--date <day>',
      'when it was watched, instead of when the files were moved: now, yesterday or 2026-11-20',
    )
    .option('-v, --verbose', 'also list what has not changed since the last sync')
    .option(...JSON_OPTION)
    .action(async (folder: string, options: SyncOptions) => {
      const { runSync } = await import('./run-sync.ts');
      end(await runSync(context, folder, options));
    });
};
