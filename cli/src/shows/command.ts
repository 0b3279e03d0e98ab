import { type AddCommands, JSON_OPTION } from '../context/add-commands.ts';
import type { OutputOptions } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';
import type { SetShowOptions } from './set-show.ts';

export const addShows: AddCommands = (program, context) => {
  const shows = program
    .command('shows')
    .description('list the shows, and set what they are on TheTVDB');
  shows
    .command('list', { isDefault: true })
    .description(`list the shows (what \`${COMMAND} shows\` does)`)
    .option(...JSON_OPTION)
    .action(async (options: OutputOptions) => {
      const { runListShows } = await import('./list-shows.ts');
      await runListShows(context, options);
    });
  shows
    .command('set')
    .description('set what a show is on TheTVDB')
    .argument('<folder>', `the show's folder, as \`${COMMAND} shows\` lists it`)
    .argument('[title...]', "the show's title, or its id or link on TheTVDB")
    .option('--none', 'it is none of the shows on TheTVDB: remove the title and artwork')
    .option(...JSON_OPTION)
    .action(async (folder: string, title: string[], options: SetShowOptions) => {
      const { runSetShow } = await import('./set-show.ts');
      await runSetShow(context, folder, title, options);
    });
};
