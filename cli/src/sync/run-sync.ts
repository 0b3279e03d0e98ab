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
import { openJournal } from './journal/journal.ts';
import { compare } from './plan/compare.ts';
import type { KnownAnswer } from './plan/instructions.ts';
import { showMissingKeys } from './plan/missing-keys.ts';
import { planOf } from './plan/plan.ts';
import { showPlan } from './plan/show-plan.ts';
import { outcomeOfLooking } from './report/outcome.ts';
import { type Outcome, reportOn } from './report/report.ts';
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
  const screen = screenFor(world, options);
  // Before anything is looked for: who is not signed in hears of that first.
  const tracker = dryRun ? undefined : await signedIn(world);
  const media = await scanMedia(folder);
  world.signal.throwIfAborted();
  const claims = claimsIn(media);
  const ask = async (one: Tracker) => {
    const owner = { account: one.account, root: media.root };
    const journal = await openJournal(world.disks.forGood, world.stateFolder, owner);
    return { journal, ...(await compare(one, claims, journal.content.entries)) };
  };
  const compared = await (tracker === undefined
    ? signedIn(world).then(ask).catch(asFailure)
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
    const looking = { asker: nobody, screen, keep };
    const verdicts = await decide(looking, compared.states, known, compared.missing);
    outcome = outcomeOfLooking(media, verdicts);
  } else {
    const asker = askerFor(world, options);
    const disk = options.trash === true ? world.disks.trash : world.disks.forGood;
    const { journal } = compared;
    const deps = { tracker, disk, screen, asker, journal, signal: world.signal };
    outcome = await sync(deps, media, compared, { keep, known }).finally(() => asker.close());
  }

  const journal = compared instanceof Failure ? undefined : compared.journal;
  const { report, remarks, hashes, hasNew } = await reportOn(media.root, plan, outcome, {
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
