import { Option } from 'commander';
import { type AddCommands, examples, JSON_OPTION } from '../context/add-commands.ts';
import { withAdvice } from '../errors/failure.ts';
import { KNOWN_ANSWERS } from './plan/instructions.ts';
import type { SyncOptions } from './run-sync.ts';

const STOPPED_ADVICE =
  'Nothing was deleted before it was recorded. Run the same command again to continue.';

export const addSync: AddCommands = (program, context, end) => {
  program
    .command('sync')
    .description('record what you watched, and delete what was recorded')
    .argument('[folder]', 'the media folder', '.')
    .option('-n, --dry-run', 'show the plan, and touch nothing')
    .option('--keep', 'delete nothing')
    .option('--trash', "move files to the system's trash instead of deleting them")
    .addOption(
      new Option('--delete', 'delete files for good, whatever was chosen before').conflicts([
        ...['trash', 'keep'],
      ]),
    )
    .option('--remember', 'with --trash or --delete: do so in later syncs on this machine too')
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
      'when it was watched, instead of when the files were moved: now, yesterday, 2026-11-20 or "2026-11-20 21:30"',
    )
    .option('--backfill', 'also record what podcasts released before the linked episodes')
    .option('-v, --verbose', 'also list what has not changed since the last sync')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        ['sync ~/Media --dry-run', 'what a sync would record and delete'],
        ['sync ~/Media --trash --remember', 'to the trash, now and in later syncs'],
        ['sync ~/Media --no-input --known leave', 'for scripts: decides nothing'],
        ['sync ~/Media --date yesterday', 'everything was watched yesterday'],
      ),
    )
    .action(async (folder: string, options: SyncOptions) => {
      const { runSync } = await import('./run-sync.ts');
      const synced = runSync(context, folder, options);
      end(await synced.catch(withAdvice(STOPPED_ADVICE)));
    });
};
