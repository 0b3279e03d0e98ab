import { type AddCommands, examples, JSON_OPTION } from '../context/add-commands.ts';
import type { OutputOptions } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';

export const addShows: AddCommands = (program, context) => {
  const shows = program
    .command('shows')
    .description('list the shows, and set what they are on TheTVDB')
    .addHelpText(
      'after',
      examples(
        ['shows', 'which shows there are'],
        ['shows set Dark 334824', 'which one a folder is'],
      ),
    );
  shows
    .command('list', { isDefault: true })
    .description(`list the shows (what \`${COMMAND} shows\` does)`)
    .option(...JSON_OPTION)
    .addHelpText('after', examples(['shows list --json', 'for a program']))
    .action(async (options: OutputOptions) => {
      const { runListShows } = await import('./list-shows.ts');
      await runListShows(context, options);
    });
  shows
    .command('set')
    .description('set what a show is on TheTVDB')
    .argument('<folder>', `the show's folder, as \`${COMMAND} shows\` lists it`)
    .argument('<id or link>', "the show's TheTVDB id, or a link that contains it")
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        ['shows set Dark 334824', 'with an id'],
        ['shows set "Oshi no Ko" https://thetvdb.com/dereferrer/series/421069', ''],
      ),
    )
    .action(async (folder: string, id: string, options: OutputOptions) => {
      const { runSetShow } = await import('./set-show.ts');
      await runSetShow(context, folder, id, options);
    });
};
