import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import type { Screen } from '../terminal/screen.ts';
import { type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import { fit, truncate, wholeRow } from '../text/columns.ts';
import { COMMAND } from '../text/command-name.ts';
import { type RecordedMovie, recordedMovies } from './recorded-movies.ts';

/** `immersion movies`: lists the files of all recorded movies, with their names on TheTVDB. */
export async function runListMovies(context: CliContext, options: OutputOptions): Promise<void> {
  const movies = await recordedMovies(await signedIn(context));
  showTable(screenFor(context, options), movies);
  printJson(context, options, { movies });
}

function showTable({ say, paint, columns }: Screen, movies: readonly RecordedMovie[]): void {
  if (movies.length === 0) {
    say(`No movies yet. Put one into movies/watched/ and run: ${COMMAND} sync`);
    return;
  }
  const half = Math.floor((columns - 2) / 2);
  say(paint.bold(`${fit('File', half)}  Name`));
  // `movies set` needs the whole name of a file.
  for (const { file_name, name } of movies) {
    say(wholeRow(file_name, half, `  ${truncate(name ?? '', half)}`));
  }
}
