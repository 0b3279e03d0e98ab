import { endpoints } from '@immersion-tracker/contract';
import type { Disk } from '../disk/disk.ts';
import type { Media } from '../disk/scanning/scan.ts';
import { progressSummary } from '../progress/progress-screen.ts';
import { isEmpty } from '../progress/welcome.ts';
import type { Asker } from '../terminal/prompter.ts';
import type { Screen } from '../terminal/screen.ts';
import type { Tracker } from '../tracker/tracker.ts';
import type { Claim } from './claims/claims.ts';
import { decide } from './decide/decide.ts';
import type { Journal } from './journal/journal.ts';
import type { Comparison } from './plan/compare.ts';
import type { KnownAnswer } from './plan/instructions.ts';
import { record } from './record/record.ts';
import { type Acknowledged, cleanUp } from './remove/clean-up.ts';
import { outcomeOfRecording } from './report/outcome.ts';
import type { Outcome } from './report/report.ts';
import { showRecorded, showRemoved } from './report/show-report.ts';
import { stillThere } from './report/still-there.ts';

interface Deps {
  readonly tracker: Tracker;
  readonly disk: Disk;
  readonly screen: Screen;
  readonly asker: Asker;
  readonly journal: Journal;
  readonly signal: AbortSignal;
}

export interface Choice {
  /** Remove nothing. */
  readonly keep: boolean;
  /** What to do with everything that is recorded already; undefined asks. */
  readonly known: KnownAnswer | undefined;
}

/**
 * Records what a scan found, shows the progress, and unless `keep` removes what was recorded. If it
 * throws, nothing was removed that was not recorded.
 */
export async function sync(
  deps: Deps,
  media: Media,
  { states, missing }: Comparison,
  { keep, known }: Choice,
): Promise<Outcome> {
  const { tracker, screen, journal } = deps;
  const verdicts = await decide({ ...deps, keep }, states, known, missing);
  const recorded = await record(deps, verdicts, missing);
  if (verdicts.length > 0) showRecorded(screen, recorded);

  const progress = await tracker.send(endpoints.getProgress, undefined);
  // Advice on how to begin is of no use to somebody who has begun.
  if (verdicts.length === 0 || !isEmpty(progress)) {
    screen.say(`\n${progressSummary(progress, screen, screen.paint)}`);
  }

  if (keep) return { ...outcomeOfRecording(media, recorded, journal), progress };
  const { left, kept, ...removed } = await cleanUp(deps, media, goingOf(recorded.done), {
    read: () => journal.content.finished,
    write: async (finished) => void (await journal.update({ finished })),
  });
  showRemoved(screen, removed, deps.disk.hasTrash);
  const remarks = {
    left: await stillThere(media.left),
    passedOver: await stillThere(media.passedOver),
  };
  const outcome = outcomeOfRecording(remarks, recorded, journal);
  return {
    ...outcome,
    progress,
    removed,
    left: [...outcome.left, ...left],
    passed_over: [...outcome.passed_over, ...kept],
  };
}

function goingOf(claims: readonly Claim[]): Acknowledged {
  return {
    videos: claims.flatMap((claim) => ('video' in claim ? claim.video : [])),
    lines: claims.flatMap((claim) => ('line' in claim ? claim.line : [])),
  };
}
