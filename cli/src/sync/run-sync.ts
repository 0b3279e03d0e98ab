import { signedIn } from '../account/signed-in.ts';
import { Failure } from '../failure.ts';
import { type Media, scanMedia } from '../media/scan.ts';
import { nobody } from '../terminal/asker.ts';
import type { Screen } from '../terminal/screen.ts';
import { askerFor, type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import type { Tracker } from '../tracker/tracker.ts';
import type { World } from '../world.ts';
import { decide } from './decide/decide.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import type { KnownAnswer } from './known-answers.ts';
import { type Claim, claimsIn } from './plan/claims.ts';
import { compare } from './plan/compare.ts';
import { type Plan, planOf } from './plan/plan.ts';
import { showMissingKeys } from './plan/show-missing-keys.ts';
import { showPlan } from './plan/show-plan.ts';
import { outcomeOfLooking } from './report/outcome.ts';
import { type Outcome, reportOn } from './report/report.ts';
import { showNameless, showRemarks } from './report/show-outcome.ts';
import { sync } from './sync.ts';

export interface SyncOptions extends OutputOptions {
  readonly dryRun?: boolean;
  readonly keep?: boolean;
  readonly trash?: boolean;
  readonly input: boolean;
  readonly known?: KnownAnswer;
  readonly verbose?: boolean;
}

interface Run {
  readonly world: World;
  readonly options: SyncOptions;
  readonly screen: Screen;
  readonly media: Media;
  readonly claims: readonly Claim[];
}

interface Ran {
  readonly plan: Plan;
  readonly outcome: Outcome;
  /** Undefined if nobody is signed in. */
  readonly journal: Journal | undefined;
}

/** `immersion sync`; resolves with whether nothing was left that was not left before. */
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
  const run = { world, options, screen, media, claims: claimsIn(media) };

  const { plan, outcome, journal } =
    tracker === undefined ? await look(run) : await act(run, tracker);
  const { report, remarks, hashes } = await reportOn(media.root, plan, outcome, {
    dryRun,
    before: journal?.content.left ?? [],
  });
  showRemarks(screen, remarks, verbose);
  showNameless(screen, report.shows_without_tvdb_id);
  if (dryRun) screen.say('\nA dry run: nothing was recorded, and nothing was removed.');
  printJson(world, options, report);
  if (!dryRun) await journal?.update({ left: hashes });
  return report.left.length === 0;
}

/** Shows what a sync would do. Without a login or a tracker it cannot tell what is recorded. */
async function look(run: Run): Promise<Ran> {
  const { world, options, screen, media, claims } = run;
  const compared = await signedIn(world)
    .then(async (tracker) => {
      const journal = await journalOf(run, tracker);
      return { journal, ...(await compare(tracker, claims, journal.content.entries)) };
    })
    .catch((error: unknown) => {
      if (error instanceof Failure) return error;
      throw error;
    });
  if (compared instanceof Failure) {
    const plan = planOf(media, claims);
    showPlan(screen, media.root, plan, cleanUpKind(options));
    const { warning } = screen.paint;
    screen.say(warning(`I cannot tell what is recorded already. ${compared.message}`));
    return { plan, outcome: outcomeOfLooking(media, []), journal: undefined };
  }
  const plan = planOf(media, claims, compared.states);
  showPlan(screen, media.root, plan, cleanUpKind(options));
  showMissingKeys(screen, compared);
  const verdicts = await decide({ asker: nobody, screen }, compared.states, options.known);
  return { plan, outcome: outcomeOfLooking(media, verdicts), journal: compared.journal };
}

async function act(run: Run, tracker: Tracker): Promise<Ran> {
  const { world, options, screen, media, claims } = run;
  const journal = await journalOf(run, tracker);
  const compared = await compare(tracker, claims, journal.content.entries);
  const plan = planOf(media, claims, compared.states);
  showPlan(screen, media.root, plan, cleanUpKind(options));
  showMissingKeys(screen, compared);

  const asker = askerFor(world, options);
  const disk = options.trash === true ? world.disks.trash : world.disks.forGood;
  const { signal } = world;
  const deps = { tracker, disk, screen, asker, journal, signal };
  const choice = { keep: options.keep ?? false, known: options.known };
  const outcome = await sync(deps, media, compared, choice).finally(() => asker.close());
  return { plan, outcome, journal };
}

function journalOf({ world, media }: Run, { account }: Tracker): Promise<Journal> {
  return openJournal(world.disks.forGood, world.stateFolder, { account, root: media.root });
}

function cleanUpKind({ keep, trash }: SyncOptions) {
  if (keep === true) return 'keep';
  return trash === true ? 'trash' : 'delete';
}
