import { endpoints, type ResponseOf } from '@immersion-tracker/contract';
import type { Asker } from '../terminal/asker.ts';
import type { Screen } from '../terminal/screen.ts';
import { printable } from '../text/printable.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { askTvdbId } from './ask-tvdb-id.ts';

type Show = ResponseOf<typeof endpoints.getShows>['shows'][number];

export interface NamedShows {
  /** Folders that have no TheTVDB id yet. */
  readonly nameless: readonly string[];
  /** Folders whose answer led nowhere, with the reason. */
  readonly failed: readonly { readonly folder: string; readonly reason: string }[];
}

/**
 * Asks for the TheTVDB ids of the shows that lack one, and gives them with `PUT /show`. Those that are
 * `here`, in the media folder of this run, come first.
 */
export async function nameShows(
  deps: { readonly tracker: Tracker; readonly screen: Screen; readonly asker: Asker },
  here: ReadonlySet<string>,
): Promise<NamedShows> {
  const { tracker, screen } = deps;
  const failed: { folder: string; reason: string }[] = [];
  let shows = await showsOf(tracker);
  const nameless = shows.filter(lacksId);
  const isHere = ({ folder_name }: Show) => here.has(folder_name);
  const inOrder = [...nameless.filter(isHere), ...nameless.filter((show) => !isHere(show))];
  for (const { folder_name } of inOrder) {
    const folder = printable(folder_name);
    const answered = await askTvdbId(deps, 'series', folder, async (tvdb_id) => {
      await tracker.send(endpoints.updateShow, { folder_name, tvdb_id });
      shows = await showsOf(tracker);
      // At once, so that a wrong number is seen before the next question.
      const show = shows.find((one) => one.folder_name === folder_name);
      screen.say(`${folder} is ${printable(show?.tvdb_name ?? `${tvdb_id}`)}`);
    });
    if ('problem' in answered) failed.push({ folder: folder_name, reason: answered.problem });
    if (answered.kind === 'stop asking') break;
  }
  return { nameless: shows.filter(lacksId).map(({ folder_name }) => folder_name), failed };
}

const lacksId = ({ tvdb_id }: Show) => tvdb_id === null;

async function showsOf(tracker: Tracker): Promise<readonly Show[]> {
  return (await tracker.send(endpoints.getShows, undefined)).shows;
}
