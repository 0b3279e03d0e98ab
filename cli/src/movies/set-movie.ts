import { extname } from 'node:path';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { Failure } from '../errors/failure.ts';
import { isVideo } from '../media/file-kinds.ts';
import { endOf, nameMovie } from '../receipts/name-titles.ts';
import { type OutputOptions, printJson, prompterFor, screenFor } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import { findRecorded } from '../titles/find-recorded.ts';
import { setTitle } from '../titles/set-title.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { type RecordedMovie, recordedMovies } from './recorded-movies.ts';

/** `immersion movies set <file> <title...>`: sets which movie on TheTVDB a file is. */
export async function runSetMovie(
  context: CliContext,
  file: string,
  words: readonly string[],
  options: OutputOptions,
): Promise<void> {
  const tracker = await signedIn(context);
  const screen = screenFor(context, options);
  const label = await fileCalled(tracker, file);
  const prompter = prompterFor(context, options);
  const question = { kind: 'movie', label } as const;
  const use = ({ tvdb_id }: { readonly tvdb_id: number }) =>
    nameMovie(context, tracker, label, tvdb_id);
  const { title, result: isChanged } = await setTitle(
    { tracker, screen, prompter },
    question,
    words.join(' '),
    use,
  ).finally(() => prompter.close());
  screen.say(endOf(isChanged));
  const movies = await recordedMovies(tracker);
  const tvdb_name = movies.find(({ file_name }) => file_name === label)?.name ?? null;
  printJson(context, options, { file_name: label, tvdb_id: title.tvdb_id, tvdb_name });
}

/** The name under which a movie is recorded. The typed one may have the extension of the file. */
async function fileCalled(tracker: Tracker, typed: string): Promise<string> {
  const movies = await recordedMovies(tracker);
  const nameOf = ({ file_name }: RecordedMovie) => file_name;
  const stem = isVideo(typed) ? typed.slice(0, -extname(typed).length) : typed;
  const whole = findRecorded(movies, nameOf, typed);
  const found = 'item' in whole ? whole : findRecorded(movies, nameOf, stem);
  if ('item' in found) return found.item.file_name;
  const what = found.several ? 'several movies like' : 'no movie called';
  throw new Failure(
    `The tracker has ${what} ${printable(typed)}. To list its movies, run: ${COMMAND} movies`,
  );
}
