import { ApiError } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { daysOfMachine } from '../days/learner-days.ts';
import { type Media, scanMedia } from '../disk/scanning/scan.ts';
import { errorInWords } from '../errors/error-in-words.ts';
import { Failure } from '../errors/failure.ts';
import { UNDO_HINT, whatNext } from '../receipts/keep-receipt.ts';
import { openReceipts } from '../receipts/receipts.ts';
import { nobody } from '../terminal/prompter.ts';
import type { Screen } from '../terminal/screen.ts';
import { type OutputOptions, printJson, prompterFor, screenFor } from '../terminal/streams.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { agreeToBackfill } from './backfill/agree-to-backfill.ts';
import { backfillInWords } from './backfill/backfill-in-words.ts';
import { type Backfill, previewBackfill, sizeOf } from './backfill/preview-backfill.ts';
import { type Claim, claimsIn } from './claims/claims.ts';
import { decide } from './decide/decide.ts';
import {
  type CleanUpOptions,
  type CleanUpRule,
  cleanUpRule,
  confirmCleanUp,
  rememberCleanUp,
} from './decide/decide-clean-up.ts';
import { leftBy } from './decide/verdict.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import { type Comparison, compare } from './plan/compare.ts';
import type { Instructions, KnownAnswer } from './plan/instructions.ts';
import type { MissingKeys } from './plan/missing-keys.ts';
import { planOf } from './plan/plan.ts';
import { showPlan } from './plan/show-plan.ts';
import { outcomeOf, type SyncOutcome } from './report/outcome.ts';
import { reportOn } from './report/report.ts';
import { showFindings, showNameless } from './report/show-report.ts';
import { sync } from './sync.ts';
import { byDay, type WatchTimes, watchTimes } from './viewings/watch-times.ts';

export interface SyncOptions extends OutputOptions, CleanUpOptions {
  readonly dryRun?: boolean;
  readonly backfill?: boolean;
  readonly input: boolean;
  readonly known?: KnownAnswer;
  readonly date?: string;
  readonly verbose?: boolean;
}

/** `immersion sync`. Resolves with false if anything is left that the last run did not leave. */
export async function runSync(
  context: CliContext,
  folder: string,
  options: SyncOptions,
): Promise<boolean> {
  const { dryRun = false, verbose = false } = options;
  const rule = await cleanUpRule(context, options);
  const instructions = { asks: options.input, known: options.known, cleanUp: rule.cleanUp };
  const screen = screenFor(context, options);
  // Before the scan, so that a learner who is not signed in learns about that first.
  const signed = dryRun ? undefined : await signedIn(context);
  const media = await scanMedia(folder);
  context.signal.throwIfAborted();
  const claims = claimsIn(media);
  const found = { media, claims };
  const comparing = compareAll(context, signed, screen, found, options);
  const compared = await (dryRun ? comparing.catch(asFailure) : comparing);
  const { missing, calendar, now, journal, backfill } =
    compared instanceof Failure ? withoutTracker() : compared;
  const times = watchTimes(claims, { probe: context.probe, calendar, now }, options.date);
  const plan = planOf(media, claims, compared, instructions, (some) =>
    byDay(some, times, calendar),
  );
  showPlan(screen, media.root, plan, missing, instructions, calendar);
  const earlier = backfill && backfillInWords(backfill);
  if (earlier !== undefined) screen.say(earlier);

  const outcome =
    compared instanceof Failure
      ? outcomeOf(media, {})
      : dryRun
        ? await rehearse(screen, media, compared, instructions)
        : await carryOut(context, screen, { ...found, compared, times, rule }, options);
  const { report, findings, hashes, hasNew } = await reportOn(media.root, plan, outcome, {
    dryRun,
    before: journal?.content.left ?? [],
  });
  showFindings(screen, findings, verbose);
  showNameless(screen, report.shows_without_tvdb_id, missing.tvdb === undefined);
  if (report.can_undo) screen.say(`\n${UNDO_HINT}`);
  if (dryRun) screen.say('\nThis was a dry run: nothing was recorded, and nothing was deleted.');
  printJson(context, options, { ...report, backfill: backfill ? sizeOf(backfill) : null });
  if (!dryRun) await journal?.update({ left: hashes });
  return !hasNew;
}

interface Found {
  readonly media: Media;
  readonly claims: readonly Claim[];
}

/** A comparison, and what is needed to carry it out. */
interface Compared extends Comparison {
  readonly tracker: Tracker;
  readonly journal: Journal;
  readonly backfill: Backfill | undefined;
  /** In epoch seconds. */
  readonly now: number;
}

/** Compares what a scan found with what earlier runs noted and what the tracker has. */
async function compareAll(
  context: CliContext,
  signed: Tracker | undefined,
  screen: Screen,
  { media, claims }: Found,
  options: SyncOptions,
): Promise<Compared> {
  const tracker = signed ?? (await signedIn(context));
  const owner = { account: tracker.user, root: media.root };
  const journal = await openJournal(context.disks.forGood, context.stateFolder, owner);
  const comparison = await compare(tracker, claims, journal.content.entries);
  const backfill = options.backfill ? await previewBackfill(tracker, screen, claims) : undefined;
  return { tracker, journal, backfill, now: tracker.now(), ...comparison };
}

/** The outcome of a dry run, in which nobody answers questions. */
async function rehearse(
  screen: Screen,
  media: Media,
  compared: Compared,
  instructions: Instructions,
): Promise<SyncOutcome> {
  const verdicts = await decide({ prompter: nobody, screen }, compared, instructions);
  return outcomeOf(media, { recorded: { left: leftBy(verdicts) } });
}

/** Asks what has to be agreed to before anything is recorded, then syncs. */
async function carryOut(
  context: CliContext,
  screen: Screen,
  plan: Found & {
    readonly compared: Compared;
    readonly times: WatchTimes;
    readonly rule: CleanUpRule;
  },
  options: SyncOptions,
): Promise<SyncOutcome> {
  const { media, claims, compared, times, rule } = plan;
  const { tracker, journal, backfill } = compared;
  const { disks, probe, signal } = context;
  const prompter = prompterFor(context, options);
  try {
    const cleanUp = await confirmCleanUp(context, { prompter, screen }, claims, rule);
    if (options.remember === true && cleanUp !== 'keep') {
      await rememberCleanUp(context, screen, cleanUp);
    }
    const disk = cleanUp === 'trash' ? disks.trash : disks.forGood;
    const isAgreed = backfill && (await agreeToBackfill({ prompter, screen }, backfill));
    const receipts = openReceipts(context, tracker);
    const deps = { tracker, disk, probe, screen, prompter, journal, receipts, signal };
    const more = isAgreed === true ? { backfill } : {};
    const instructions = { asks: options.input, known: options.known, cleanUp };
    const synced = sync({ ...deps, ...more }, media, compared, instructions, times);
    return await synced.catch(whatNext(receipts));
  } finally {
    prompter.close();
  }
}

function withoutTracker() {
  const now = Math.floor(Date.now() / 1000);
  const missing: MissingKeys = {};
  return { missing, calendar: daysOfMachine(), now, journal: undefined, backfill: undefined };
}

/** A dry run works without the tracker, so it turns its errors into a failure to show. */
function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof ApiError) return new Failure(errorInWords(error));
  throw error;
}
