import { endpoints, type ResponseOf } from '@immersion-tracker/contract';
import type { Finding } from '../../disk/finding.ts';
import { tvdbIdIn } from '../../media/names/ids.ts';
import type { Prompter } from '../../terminal/prompter.ts';
import type { Screen } from '../../terminal/screen.ts';
import { printable } from '../../text/printable.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { askTvdbId } from './ask-tvdb-id.ts';

type Show = ResponseOf<typeof endpoints.getShows>['shows'][number];

export interface NamedShows {
  /** Folders that have no TheTVDB id yet. */
  readonly nameless: readonly string[];
  /** Answers that did not work. */
  readonly failed: readonly Finding[];
  /** Why TheTVDB cannot be asked any more; undefined if it can be. */
  readonly down: string | undefined;
}

/**
 * Asks for the TheTVDB ids of all shows that have none, and sends them with `PUT /show`. Shows in `here`,
 * which are in this media folder, come first. If TheTVDB cannot be asked, `down` says why, and the learner
 * is not asked either.
 */
export async function nameShows(
  context: { readonly tracker: Tracker; readonly screen: Screen; readonly prompter: Prompter },
  here: ReadonlySet<string>,
  down: string | undefined,
): Promise<NamedShows> {
  const { tracker, screen } = context;
  const failed: Finding[] = [];
  let shows = await showsOf(tracker);
  let [isOver, trouble] = [down !== undefined, down];
  for (const { folder_name } of inOrder(shows, here)) {
    if (isOver) break;
    const folder = printable(folder_name);
    const give = async (tvdb_id: number) => {
      await tracker.send(endpoints.updateShow, { folder_name, tvdb_id });
      const now = await showsOf(tracker);
      // Shown at once, so that the learner notices a wrong number before the next question.
      const named = now.find((one) => one.folder_name === folder_name);
      screen.say(`${folder} is ${printable(named?.tvdb_name ?? `${tvdb_id}`)}`);
      return now;
    };
    const suggested = tvdbIdIn(folder_name);
    const answered = await askTvdbId(context, 'series', folder, give, suggested);
    if (answered.kind === 'done') shows = answered.result;
    isOver = answered.kind === 'stop asking';
    if (!('problem' in answered)) continue;
    if (isOver) trouble = answered.problem;
    failed.push({ path: `TheTVDB id of ${folder_name}`, reason: answered.problem });
  }
  return {
    nameless: shows.filter(lacksId).map(({ folder_name }) => folder_name),
    failed,
    down: trouble,
  };
}

/** The shows without an id, those in `here` first. */
function inOrder(shows: readonly Show[], here: ReadonlySet<string>): Show[] {
  const nameless = shows.filter(lacksId);
  const isHere = ({ folder_name }: Show) => here.has(folder_name);
  return [...nameless.filter(isHere), ...nameless.filter((show) => !isHere(show))];
}

const lacksId = ({ tvdb_id }: Show) => tvdb_id === null;

async function showsOf(tracker: Tracker): Promise<readonly Show[]> {
  return (await tracker.send(endpoints.getShows, undefined)).shows;
}
