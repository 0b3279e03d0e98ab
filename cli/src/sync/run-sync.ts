import { ApiError } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { scanMedia } from '../disk/scanning/scan.ts';
import { errorInWords } from '../errors/error-in-words.ts';
import { Failure } from '../errors/failure.ts';
import { nobody } from '../terminal/prompter.ts';
import { type OutputOptions, printJson, prompterFor, screenFor } from '../terminal/streams.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { decide } from './decide/decide.ts';
import type { KnownAnswer } from './decisions.ts';
import { openJournal } from './journal/journal.ts';
import { claimsIn } from './plan/claims.ts';
import { compare } from './plan/compare.ts';
import { showMissingKeys } from './plan/missing-keys.ts';
import { planOf } from './plan/plan.ts';
import { showPlan } from './plan/show-plan.ts';
import { outcomeOfLooking } from './report/outcome.ts';
import { type Outcome, reportOn } from './report/report.ts';
import { showFindings, showNameless } from './report/show-outcome.ts';
import { sync } from './sync.ts';

export interface SyncOptions extends OutputOptions {
  readonly dryRun?: boolean;
  readonly keep?: boolean;
  readonly trash?: boolean;
  readonly input: boolean;
  readonly known?: KnownAnswer;
  readonly verbose?: boolean;
}

/** `immersion sync`; resolves with whether nothing is left that was not left before. */
export async function runSync(
  context: CliContext,
  folder: string,
  options: SyncOptions,
): Promise<boolean> {
  const { dryRun = false, verbose = false } = options;
  const screen = screenFor(context, options);
  // Before anything is looked for: who is not signed in hears of that first.
  const tracker = dryRun ? undefined : await signedIn(context);
  const media = await scanMedia(folder);
  context.signal.throwIfAborted();
  const claims = claimsIn(media);
  const ask = async (one: Tracker) => {
    const owner = { account: one.account, root: media.root };
    const journal = await openJournal(context.disks.forGood, context.stateFolder, owner);
    return { journal, ...(await compare(one, claims, journal.content.entries)) };
  };
  const compared = await (tracker === undefined
    ? signedIn(context).then(ask).catch(asFailure)
    : ask(tracker));
  const { known, keep = false } = options;
  const plan = planOf(media, claims, compared, { asks: options.input, known });
  showPlan(screen, media.root, plan, { kind: cleanUpKind(options), answer: known });
  if (compared instanceof Failure) {
    screen.say(screen.paint.warning(`What is already recorded is unknown. ${compared.message}`));
  } else showMissingKeys(screen, compared);

  let outcome: Outcome;
  if (compared instanceof Failure) {
    outcome = outcomeOfLooking(media, []);
  } else if (tracker === undefined) {
    const looking = { prompter: nobody, screen, keep };
    const verdicts = await decide(looking, compared.states, known, compared.missing);
    outcome = outcomeOfLooking(media, verdicts);
  } else {
    const prompter = prompterFor(context, options);
    const disk = options.trash === true ? context.disks.trash : context.disks.forGood;
    const { journal } = compared;
    const deps = { tracker, disk, screen, prompter, journal, signal: context.signal };
    outcome = await sync(deps, media, compared, { keep, known }).finally(() => prompter.close());
  }

  const journal = compared instanceof Failure ? undefined : compared.journal;
  const { report, findings, hashes, hasNew } = await reportOn(media.root, plan, outcome, {
    dryRun,
    before: journal?.content.left ?? [],
  });
  showFindings(screen, findings, verbose);
  showNameless(screen, report.shows_without_tvdb_id);
  if (dryRun) screen.say('\nA dry run: nothing was recorded, and nothing was removed.');
  printJson(context, options, report);
  if (!dryRun) await journal?.update({ left: hashes });
  return !hasNew;
}

/** A dry run does without the tracker, whatever ails that. */
function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof ApiError) return new Failure(errorInWords(error));
  throw error;
}

function cleanUpKind({ keep, trash }: SyncOptions) {
  if (keep === true) return 'keep';
  return trash === true ? 'trash' : 'delete';
}
