import { endpoints, episode, itemKey } from '@immersion-tracker/contract';
import type { Finding } from '../../disk/finding.ts';
import { tvdbIdIn } from '../../media/names/ids.ts';
import { showName } from '../../media/names/titles/search-name.ts';
import { printable } from '../../text/printable.ts';
import { askTitle } from '../../titles/ask-title.ts';
import { howToCorrect } from '../../titles/how-to-correct.ts';
import type { AskContext } from '../../titles/question.ts';
import { type Title, titleLine } from '../../titles/title.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { DECISIONS } from '../decide/choices.ts';
import type { NameShow } from './sync-receipt.ts';

export interface NamedShows {
  /** Folders that have no TheTVDB id yet. */
  readonly nameless: readonly string[];
  /** Answers that did not work. */
  readonly failed: readonly Finding[];
  /** Why TheTVDB can no longer be asked; undefined if it can be. */
  readonly down: string | undefined;
}

/**
 * Asks what each show that has no TheTVDB id is there, and gives it that id. Shows in `here`, which are in
 * this media folder, come first; it has a file of each. A script is asked about these only, since it cannot
 * know about others. If TheTVDB cannot be asked, `down` says why, and the learner is not asked either.
 */
export async function nameShows(
  context: AskContext & { readonly nameShow: NameShow },
  here: ReadonlyMap<string, string>,
  down: string | undefined,
): Promise<NamedShows> {
  const { tracker, screen, prompter } = context;
  const failed: Finding[] = [];
  const named: string[] = [];
  const { inFolder, elsewhere } = await namelessShows(tracker, here);
  const shows = [...inFolder, ...elsewhere];
  let [isOver, trouble] = [down !== undefined, down];
  for (const folder_name of prompter.interactive ? shows : inFolder) {
    if (isOver) break;
    const question = {
      kind: 'series',
      label: folder_name,
      name: showName(folder_name, here.get(folder_name)),
      suggested: tvdbIdIn(folder_name),
    } as const;
    const use = ({ tvdb_id }: Title) => context.nameShow(folder_name, tvdb_id);
    const answered = await askTitle(context, question, use, DECISIONS);
    if (answered.kind === 'done') {
      named.push(folder_name);
      screen.say(`${printable(folder_name)} is ${titleLine(answered.title)}`);
    }
    isOver = answered.kind === 'stop asking';
    if (!('problem' in answered)) continue;
    if (isOver) trouble = answered.problem;
    failed.push({ path: `TheTVDB id of ${folder_name}`, reason: answered.problem });
  }
  if (named.length > 0) screen.say(screen.paint.dim(howToCorrect('series', named)));
  return {
    nameless: shows.filter((folder) => !named.includes(folder)),
    failed,
    down: trouble,
  };
}

/** The folders of the shows without an id: those in `here`, and others of which something is recorded. */
async function namelessShows(tracker: Tracker, here: ReadonlyMap<string, string>) {
  const { shows } = await tracker.send(endpoints.getShows, undefined);
  const nameless = shows.flatMap(({ folder_name, tvdb_id }) =>
    tvdb_id === null ? folder_name : [],
  );
  const { inFolder = [], others = [] } = Object.groupBy(nameless, (folder) =>
    here.has(folder) ? 'inFolder' : 'others',
  );
  if (others.length === 0) return { inFolder, elsewhere: [] };
  const { library } = await tracker.send(endpoints.getLibrary, {});
  const recorded = new Set(library.map(({ group_id }) => group_id));
  const elsewhere = others.filter((folder) => recorded.has(itemKey(episode.group, folder)));
  return { inFolder, elsewhere };
}
