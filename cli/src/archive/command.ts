import { type AddCommands, examples, JSON_OPTION } from '../context/add-commands.ts';
import type { ExportOptions } from './run-export.ts';
import type { ImportOptions } from './run-import.ts';

export const addArchive: AddCommands = (program, context, end) => {
  program
    .command('export')
    .description('write everything that the tracker knows about you to a file')
    .argument('[file]', 'the file, or - for standard output')
    .option('--csv', 'write the records as a table, which cannot be imported')
    .option('--force', 'replace the file if it exists')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        ['export records.jsonl', 'one JSON object per line, for `import` and backups'],
        ['export --csv records.csv', 'a table for a spreadsheet'],
      ),
    )
    .action(async (file: string | undefined, options: ExportOptions) => {
      const { runExport } = await import('./run-export.ts');
      await runExport(context, file, options);
    });
  program
    .command('import')
    .description('add what is in an export but not in the tracker')
    .argument('<file>', 'a file from `export`, or - for standard input')
    .option('-n, --dry-run', 'show what is new, and add nothing')
    .option('-y, --yes', 'do not ask')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        ['import records.jsonl', 'shows what is new, and asks'],
        ['import records.jsonl --yes', 'for scripts'],
      ),
    )
    .action(async (file: string, options: ImportOptions) => {
      const { runImport } = await import('./run-import.ts');
      end(await runImport(context, file, options));
    });
};
