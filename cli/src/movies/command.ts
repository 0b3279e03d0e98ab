import { type AddCommands, examples, JSON_OPTION } from '../context/add-commands.ts';
import type { OutputOptions } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';

export const addMovies: AddCommands = (program, context) => {
  const movies = program
    .command('movies')
    .description('list the movies, and set what they are on TheTVDB')
    .addHelpText(
      'after',
      examples(
        ['movies', 'which movies there are'],
        ['movies set "Lola rennt" 2658', 'which one a file is'],
      ),
    );
  movies
    .command('list', { isDefault: true })
    .description(`list the movies (what \`${COMMAND} movies\` does)`)
    .option(...JSON_OPTION)
    .addHelpText('after', examples(['movies list --json', 'for a program']))
    .action(async (options: OutputOptions) => {
      const { runListMovies } = await import('./list-movies.ts');
      await runListMovies(context, options);
    });
  movies
    .command('set')
    .description('set what a movie is on TheTVDB')
    .argument('<file>', `the movie's file, as \`${COMMAND} movies\` lists it`)
    .argument('<title...>', "the movie's title, or its id or link on TheTVDB")
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        ['movies set "Lola rennt" Run Lola Run', 'searches for the title, and asks'],
        ['movies set "Lola rennt" 2658', 'with an id or a link'],
      ),
    )
    .action(async (file: string, title: string[], options: OutputOptions) => {
      const { runSetMovie } = await import('./set-movie.ts');
      await runSetMovie(context, file, title, options);
    });
};
