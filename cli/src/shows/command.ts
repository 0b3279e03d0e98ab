import { type AddCommands, examples, JSON_OPTION } from '../context/add-commands.ts';
import type { OutputOptions } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';
import type { SetShowOptions } from './set-show.ts';

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
    .argument('[title...]', "the show's title, or its id or link on TheTVDB")
    .option('--none', 'take its title and artwork away again')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        ['shows set "Oshi no Ko" Oshi no Ko', 'searches for the title, and asks'],
        ['shows set Dark 334824', 'with an id or a link'],
      ),
    )
    .action(async (folder: string, title: string[], options: SetShowOptions) => {
      const { runSetShow } = await import('./set-show.ts');
      await runSetShow(context, folder, title, options);
    });
};
