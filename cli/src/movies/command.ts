import { type AddCommands, JSON_OPTION } from '../context/add-commands.ts';
import type { OutputOptions } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';

export const addMovies: AddCommands = (program, context) => {
  const movies = program
    .command('movies')
    .description('list the movies, and set what they are on TheTVDB');
  movies
    .command('list', { isDefault: true })
    .description(`list the movies (what \`${COMMAND} movies\` does)`)
    .option(...JSON_OPTION)
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
    .action(async (file: string, title: string[], options: OutputOptions) => {
      const { runSetMovie } = await import('./set-movie.ts');
      await runSetMovie(context, file, title, options);
    });
};
