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

/** Asks for the TheTVDB ids of the shows that lack one, and gives them with `PUT /show`. */
export async function nameShows(deps: {
  readonly tracker: Tracker;
  readonly screen: Screen;
  readonly asker: Asker;
}): Promise<NamedShows> {
  const { tracker, screen } = deps;
  const failed: { folder: string; reason: string }[] = [];
  let asked = false;
  const before = await showsOf(tracker);
  for (const { folder_name } of before.filter(lacksId)) {
    const answered = await askTvdbId(deps, 'series', printable(folder_name), (tvdb_id) =>
      tracker.send(endpoints.updateShow, { folder_name, tvdb_id }),
    );
    asked ||= answered.kind === 'done';
    if ('problem' in answered) failed.push({ folder: folder_name, reason: answered.problem });
    if (answered.kind === 'stop asking') break;
  }

  const now = asked ? await showsOf(tracker) : before;
  const lackedId = new Set(before.filter(lacksId).map(({ folder_name }) => folder_name));
  for (const show of now.filter((one) => lackedId.has(one.folder_name) && !lacksId(one))) {
    screen.say(`${printable(show.folder_name)} is ${printable(show.tvdb_name ?? '')}`);
  }
  return { nameless: now.filter(lacksId).map(({ folder_name }) => folder_name), failed };
}

const lacksId = ({ tvdb_id }: Show) => tvdb_id === null;

async function showsOf(tracker: Tracker): Promise<readonly Show[]> {
  return (await tracker.send(endpoints.getShows, undefined)).shows;
}
