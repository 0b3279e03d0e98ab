import { ApiError } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { daysOfMachine } from '../days/learner-days.ts';
import { scanMedia } from '../disk/scanning/scan.ts';
import { errorInWords } from '../errors/error-in-words.ts';
import { Failure } from '../errors/failure.ts';
import { UNDO_HINT } from '../receipts/keep-receipt.ts';
import { openReceipts } from '../receipts/receipts.ts';
import { nobody } from '../terminal/prompter.ts';
import { type OutputOptions, printJson, prompterFor, screenFor } from '../terminal/streams.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { agreeToBackfill, showBackfill, sizeOf } from './backfill/agree-to-backfill.ts';
import { previewBackfill } from './backfill/preview-backfill.ts';
import { claimsIn } from './claims/claims.ts';
import { decide } from './decide/decide.ts';
import {
  type CleanUpOptions,
  cleanUpRule,
  confirmCleanUp,
  rememberCleanUp,
} from './decide/decide-clean-up.ts';
import { leftBy } from './decide/verdict.ts';
import { openJournal } from './journal/journal.ts';
import { compare } from './plan/compare.ts';
import type { KnownAnswer } from './plan/instructions.ts';
import { planOf } from './plan/plan.ts';
import { showPlan } from './plan/show-plan.ts';
import { outcomeOf } from './report/outcome.ts';
import { reportOn } from './report/report.ts';
import { showFindings, showNameless } from './report/show-report.ts';
import { sync } from './sync.ts';
import { byDay, watchTimes } from './viewings/watch-times.ts';

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
  const { cleanUp } = rule;
  const instructions = { asks: options.input, known: options.known, cleanUp };
  const screen = screenFor(context, options);
  // Before the scan, so that a learner who is not signed in learns about that first.
  const signed = dryRun ? undefined : await signedIn(context);
  const media = await scanMedia(folder);
  context.signal.throwIfAborted();
  const claims = claimsIn(media);
  const ask = async (tracker: Tracker) => {
    const owner = { account: tracker.user, root: media.root };
    const journal = await openJournal(context.disks.forGood, context.stateFolder, owner);
    const comparison = await compare(tracker, claims, journal.content.entries);
    const backfill = options.backfill === true ? await previewBackfill(tracker, claims) : undefined;
    return { tracker, journal, backfill, now: tracker.now(), ...comparison };
  };
  const compared = await (signed === undefined
    ? signedIn(context).then(ask).catch(asFailure)
    : ask(signed));
  const { missing, calendar, now } = compared instanceof Failure ? withoutTracker() : compared;
  const times = watchTimes(claims, { probe: context.probe, calendar, now }, options.date);
  const plan = planOf(media, claims, compared, instructions, (some) =>
    byDay(some, times, calendar),
  );
  showPlan(screen, media.root, plan, missing, instructions, calendar);
  const backfill = compared instanceof Failure ? undefined : compared.backfill;
  if (backfill !== undefined) showBackfill(screen, backfill);

  const carryOut = async () => {
    if (compared instanceof Failure) return outcomeOf(media, {});
    if (dryRun) {
      const verdicts = await decide({ prompter: nobody, screen }, compared, instructions);
      return outcomeOf(media, { recorded: { left: leftBy(verdicts) } });
    }
    const { tracker, journal } = compared;
    const prompter = prompterFor(context, options);
    const { probe, signal } = context;
    try {
      const cleanUp = await confirmCleanUp(context, { prompter, screen }, claims, rule);
      if (options.remember === true && cleanUp !== 'keep') {
        await rememberCleanUp(context, screen, cleanUp);
      }
      const disk = cleanUp === 'trash' ? context.disks.trash : context.disks.forGood;
      const agrees = backfill && (await agreeToBackfill({ prompter, screen }, backfill));
      const receipts = openReceipts(context, tracker);
      const deps = { tracker, disk, probe, screen, prompter, journal, receipts, signal };
      const more = agrees === true ? { backfill } : {};
      return await sync({ ...deps, ...more }, media, compared, { ...instructions, cleanUp }, times);
    } finally {
      prompter.close();
    }
  };
  const journal = compared instanceof Failure ? undefined : compared.journal;
  const { report, findings, hashes, hasNew } = await reportOn(media.root, plan, await carryOut(), {
    dryRun,
    before: journal?.content.left ?? [],
  });
  showFindings(screen, findings, verbose);
  showNameless(screen, report.shows_without_tvdb_id);
  if (report.can_undo) screen.say(`\n${UNDO_HINT}`);
  if (dryRun) screen.say('\nThis was a dry run: nothing was recorded, and nothing was deleted.');
  printJson(context, options, { ...report, backfill: backfill ? sizeOf(backfill) : null });
  if (!dryRun) await journal?.update({ left: hashes });
  return !hasNew;
}

function withoutTracker() {
  return { missing: {}, calendar: daysOfMachine(), now: Math.floor(Date.now() / 1000) };
}

/** A dry run works without the tracker, so it turns its errors into a failure to show. */
function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof ApiError) return new Failure(errorInWords(error));
  throw error;
}
