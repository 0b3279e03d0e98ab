import { endpoints } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { Failure } from '../errors/failure.ts';
import { endOf, nameShow } from '../receipts/name-titles.ts';
import { type OutputOptions, printJson, prompterFor, screenFor } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import { findRecorded } from '../titles/find-recorded.ts';
import { setTitle } from '../titles/set-title.ts';
import type { Tracker } from '../tracker/tracker.ts';

export interface SetShowOptions extends OutputOptions {
  /** Whether to remove what the show is on TheTVDB. */
  readonly none?: boolean;
}

/** `immersion shows set <folder> <title...>`: sets which show on TheTVDB a folder is. */
export async function runSetShow(
  context: CliContext,
  folder: string,
  words: readonly string[],
  options: SetShowOptions,
): Promise<void> {
  const text = words.join(' ');
  if ((text.trim() === '') !== (options.none === true)) {
    throw new Failure('Give either a title, an id or a link, or else --none.');
  }
  const tracker = await signedIn(context);
  const screen = screenFor(context, options);
  const label = await folderCalled(tracker, folder);
  const send = (tvdb_id: number | null) => nameShow(context, tracker, label, tvdb_id);
  if (options.none === true) {
    const isChanged = await send(null);
    screen.say(`${printable(label)} ${isChanged ? 'no longer has a' : 'has no'} title on TheTVDB.`);
    screen.say(endOf(isChanged));
  } else {
    const prompter = prompterFor(context, options);
    const use = ({ tvdb_id }: { readonly tvdb_id: number }) => send(tvdb_id);
    const question = { kind: 'series', label } as const;
    const { result: isChanged } = await setTitle(
      { tracker, screen, prompter },
      question,
      text,
      use,
    ).finally(() => prompter.close());
    screen.say(endOf(isChanged));
  }
  printJson(context, options, await recordedShow(tracker, label));
}

async function folderCalled(tracker: Tracker, typed: string): Promise<string> {
  const { shows } = await tracker.send(endpoints.getShows, undefined);
  const found = findRecorded(shows, ({ folder_name }) => folder_name, typed);
  if ('item' in found) return found.item.folder_name;
  const what = found.several ? 'several show folders like' : 'no show folder called';
  throw new Failure(
    `The tracker has ${what} ${printable(typed)}. To list its folders, run: ${COMMAND} shows`,
  );
}

async function recordedShow(tracker: Tracker, folder: string) {
  const { shows } = await tracker.send(endpoints.getShows, undefined);
  const { tvdb_id = null, tvdb_name = null } =
    shows.find(({ folder_name }) => folder_name === folder) ?? {};
  return { folder_name: folder, tvdb_id, tvdb_name };
}
