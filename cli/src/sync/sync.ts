import { endpoints, isEmpty } from '@immersion-tracker/contract';
import type { Disk } from '../disk/disk.ts';
import type { Probe } from '../disk/probe.ts';
import type { Media } from '../disk/scanning/scan.ts';
import { historyOf } from '../progress/history.ts';
import { progressSummary } from '../progress/progress-screen.ts';
import type { Receipts } from '../receipts/receipts.ts';
import { takenBack } from '../receipts/taken-back.ts';
import type { Prompter } from '../terminal/prompter.ts';
import type { Screen } from '../terminal/screen.ts';
import type { Tracker } from '../tracker/tracker.ts';
import type { Backfill } from './backfill/preview-backfill.ts';
import { decide } from './decide/decide.ts';
import { decideLengths } from './decide/decide-lengths.ts';
import { verdictsTo } from './decide/verdict.ts';
import type { Journal } from './journal/journal.ts';
import type { Comparison } from './plan/compare.ts';
import type { Instructions } from './plan/instructions.ts';
import { record } from './record/record.ts';
import { cleanUp } from './remove/clean-up.ts';
import { outcomeOf, type SyncOutcome, stillThere } from './report/outcome.ts';
import { showRecorded, showRemoved } from './report/show-report.ts';
import { measure } from './viewings/measure.ts';
import { movieParts, withParts } from './viewings/movie-parts.ts';
import { viewings } from './viewings/viewing.ts';
import type { WatchTimes } from './viewings/watch-times.ts';

interface SyncContext {
  readonly tracker: Tracker;
  readonly disk: Disk;
  readonly screen: Screen;
  readonly prompter: Prompter;
  readonly journal: Journal;
  readonly receipts: Receipts;
  readonly probe: Probe;
  readonly signal: AbortSignal;
  readonly backfill?: Backfill | undefined;
}

/**
 * Records what a scan found, shows the progress, and removes what was recorded unless told to keep it. Even
 * if it rejects, it has removed only what was recorded.
 */
export async function sync(
  context: SyncContext,
  media: Media,
  comparison: Comparison,
  instructions: Instructions,
  times: WatchTimes,
): Promise<SyncOutcome> {
  const { tracker, screen, disk, receipts } = context;
  const { cleanUp: removal } = instructions;
  const decided = await decide(context, comparison, instructions);
  const toRecord = verdictsTo('record', decided).map(({ claim }) => claim);
  const parts = movieParts(decided);
  const lengths = await measure(context, [...toRecord, ...[...parts.values()].flat()]);
  const verdicts = await decideLengths(context, decided, lengths, instructions);
  const receipt = { receipts, what: `the sync of ${media.root}`, cleanUp: removal };
  const recording = { ...context, receipt, viewingOf: viewings(times, withParts(lengths, parts)) };
  const recorded = await record(recording, verdicts, comparison.missing);
  if (verdicts.length > 0) showRecorded(screen, recorded);

  const [progress, history] = await Promise.all([
    tracker.send(endpoints.getProgress, undefined),
    historyOf(tracker),
  ]);
  // Someone who already has something to sync needs no advice on how to begin.
  if (verdicts.length === 0 || !isEmpty(progress)) {
    screen.say(`\n${progressSummary({ progress, history }, screen, screen.paint)}`);
  }

  if (removal === 'keep') return outcomeOf(media, { recorded, progress });
  const isTakenBack = takenBack(receipts, recorded.receipt?.id);
  const cleanedUp = await cleanUp({ ...context, isTakenBack }, media, recorded.done);
  showRemoved(screen, cleanedUp.removed, disk.hasTrash);
  const found = {
    left: await stillThere(media.left),
    passedOver: await stillThere(media.passedOver),
  };
  // An undo has taken it back already, so do not offer one.
  const remaining = (await isTakenBack()) ? { ...recorded, receipt: undefined } : recorded;
  return outcomeOf(found, { recorded: remaining, progress, cleanedUp });
}
