import { type AddCommands, examples, JSON_OPTION } from '../context/add-commands.ts';
import type { OutputOptions } from '../terminal/streams.ts';
import type { LogOptions } from './log/run-log.ts';
import type { AgainOptions } from './run-again.ts';
import type { RemoveOptions } from './run-remove.ts';
import type { UndoCommand, UndoOptions } from './undo/run-undo.ts';

const RECORD = 'its code in the log, its id, or words of its title';
const WHEN = 'such as 2026-11-20, "2026-11-20 21:30", yesterday or now';
const YES = ['-y, --yes', 'do not ask'] as const;

export const addCorrections: AddCommands = (program, context, end) => {
  program
    .command('log')
    .description('list the latest records')
    .argument('[words...]', 'only records with these words in their title, show or channel')
    .option('--day <day>', 'only records of this day: YYYY-MM-DD, today or yesterday')
    .option('--limit <count>', 'how many records to list')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        ['log frieren', 'records of a show'],
        ['log --day yesterday', 'what you watched then'],
      ),
    )
    .action(async (words: string[], options: LogOptions) => {
      const { runLog } = await import('./log/run-log.ts');
      await runLog(context, words, options);
    });
  program
    .command('remove')
    .description('remove records')
    .argument('[records...]', RECORD)
    .option(...YES)
    .option(...JSON_OPTION)
    .addHelpText('after', examples(['remove f58m', 'by its code in the log']))
    .action(async (records: string[], options: RemoveOptions) => {
      const { runRemove } = await import('./run-remove.ts');
      end(await runRemove(context, records, options));
    });
  program
    .command('date')
    .description('correct when something was watched')
    .argument('<record>', RECORD)
    .argument('<when...>', WHEN)
    .option(...JSON_OPTION)
    .addHelpText('after', examples(['date vdz9 2026-11-24', 'the middle of that day']))
    .action(async (record: string, when: string[], options: OutputOptions) => {
      const { runDate } = await import('./run-date.ts');
      end(await runDate(context, record, when.join(' '), options));
    });
  program
    .command('again')
    .description('record that something was watched again')
    .argument('<record>', RECORD)
    .option('--date <when>', WHEN)
    .option(...JSON_OPTION)
    .addHelpText('after', examples(['again f58m --date yesterday', 'another viewing']))
    .action(async (record: string, options: AgainOptions) => {
      const { runAgain } = await import('./run-again.ts');
      await runAgain(context, record, options);
    });
  const takeBack = (command: UndoCommand) => async (options: UndoOptions & { list?: boolean }) => {
    if (options.list === true) {
      const { runListReceipts } = await import('./undo/list-receipts.ts');
      return runListReceipts(context, options);
    }
    const { runUndo } = await import('./undo/run-undo.ts');
    end(await runUndo(context, command, options));
  };
  program
    .command('undo')
    .description('take back the last sync, correction or import')
    .option('--list', 'list what can be taken back, and change nothing')
    .option(...YES)
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(['undo --list', 'what can be taken back'], ['undo', 'the last change']),
    )
    .action(takeBack('undo'));
  program
    .command('redo')
    .description('take back the last undo')
    .option(...YES)
    .option(...JSON_OPTION)
    .addHelpText('after', examples(['redo', 'if the undo was a mistake']))
    .action(takeBack('redo'));
};
