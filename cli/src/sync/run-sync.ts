import { ApiError } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { World } from '../context/cli-context.ts';
import { scanMedia } from '../disk/scanning/scan.ts';
import { errorInWords } from '../errors/error-in-words.ts';
import { Failure } from '../errors/failure.ts';
import { nobody } from '../terminal/prompter.ts';
import { askerFor, type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { claimsIn } from './claims/claims.ts';
import { decide } from './decide/decide.ts';
import { leftBy } from './decide/verdict.ts';
import { openJournal } from './journal/journal.ts';
import { compare } from './plan/compare.ts';
import type { Instructions, KnownAnswer } from './plan/instructions.ts';
import { planOf } from './plan/plan.ts';
import { showPlan } from './plan/show-plan.ts';
import { outcomeOf } from './report/outcome.ts';
import { reportOn } from './report/report.ts';
import { showNameless, showRemarks } from './report/show-report.ts';
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
  world: World,
  folder: string,
  options: SyncOptions,
): Promise<boolean> {
  const { dryRun = false, verbose = false } = options;
  const instructions = instructionsOf(options);
  const screen = screenFor(world, options);
  // Before anything is looked for: who is not signed in hears of that first.
  const account = dryRun ? undefined : await signedIn(world);
  const media = await scanMedia(folder);
  world.signal.throwIfAborted();
  const claims = claimsIn(media);
  const ask = async (tracker: Tracker) => {
    const owner = { account: tracker.account, root: media.root };
    const journal = await openJournal(world.disks.forGood, world.stateFolder, owner);
    return { tracker, journal, ...(await compare(tracker, claims, journal.content.entries)) };
  };
  const compared = await (account === undefined
    ? signedIn(world).then(ask).catch(asFailure)
    : ask(account));
  const plan = planOf(media, claims, compared, instructions);
  const missing = compared instanceof Failure ? {} : compared.missing;
  showPlan(screen, media.root, plan, missing, instructions);

  const carryOut = async () => {
    if (compared instanceof Failure) return outcomeOf(media, {});
    if (dryRun) {
      const verdicts = await decide({ asker: nobody, screen }, compared, instructions);
      return outcomeOf(media, { recorded: { left: leftBy(verdicts) } });
    }
    const disk = options.trash === true ? world.disks.trash : world.disks.forGood;
    const { tracker, journal } = compared;
    const asker = askerFor(world, options);
    const context = { tracker, disk, screen, asker, journal, signal: world.signal };
    return sync(context, media, compared, instructions).finally(() => asker.close());
  };
  const journal = compared instanceof Failure ? undefined : compared.journal;
  const { report, remarks, hashes, hasNew } = await reportOn(media.root, plan, await carryOut(), {
    dryRun,
    before: journal?.content.left ?? [],
  });
  showRemarks(screen, remarks, verbose);
  showNameless(screen, report.shows_without_tvdb_id);
  if (dryRun) screen.say('\nA dry run: nothing was recorded, and nothing was removed.');
  printJson(world, options, report);
  if (!dryRun) await journal?.update({ left: hashes });
  return !hasNew;
}

function instructionsOf({ input, known, keep, trash }: SyncOptions): Instructions {
  const cleanUp = keep === true ? 'keep' : trash === true ? 'trash' : 'delete';
  return { asks: input, known, cleanUp };
}

/** A dry run does without the tracker, whatever ails that. */
function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof ApiError) return new Failure(errorInWords(error));
  throw error;
}
