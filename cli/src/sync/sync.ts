import { endpoints } from '@immersion-tracker/contract';
import type { Disk } from '../disk/disk.ts';
import type { Media } from '../media/scan.ts';
import { progressSummary } from '../progress/progress-screen.ts';
import type { Asker } from '../terminal/asker.ts';
import type { Screen } from '../terminal/screen.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { cleanUp } from './clean-up.ts';
import { noNotes } from './clean-up-notes.ts';
import { isEmpty, type Plan } from './plan.ts';
import { record } from './record.ts';
import { reportOfPlan, type SyncReport, withRemarks } from './report.ts';
import { showRecorded, showRemoved } from './show-outcome.ts';

interface Deps {
  readonly tracker: Tracker;
  readonly disk: Disk;
  readonly screen: Screen;
  readonly asker: Asker;
  readonly signal: AbortSignal;
}

/**
 * Records what a scan found, shows the progress, and unless `keep` removes what the tracker has
 * acknowledged. Where it throws, nothing was removed that was not acknowledged.
 */
export async function sync(
  deps: Deps,
  media: Media,
  plan: Plan,
  { keep }: { readonly keep: boolean },
): Promise<SyncReport> {
  const { tracker, screen } = deps;
  const { acknowledged, added, left, namelessShows } = await record(deps, media);
  if (!isEmpty(plan)) showRecorded(screen, added);

  const progress = await tracker.send(endpoints.getProgress, undefined);
  screen.say(`\n${progressSummary(progress, screen, screen.paint)}`);

  const report = {
    ...reportOfPlan(media, plan),
    dry_run: false,
    added,
    shows_without_tvdb_id: namelessShows,
    progress,
  };
  if (keep) return withRemarks(report, left, []);

  const { left: stuck, kept, ...removed } = await cleanUp(deps, media, acknowledged, noNotes);
  showRemoved(screen, removed, deps.disk.hasTrash);
  return withRemarks({ ...report, removed }, [...left, ...stuck], kept);
}
