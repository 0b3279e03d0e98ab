import { signedIn } from '../account/signed-in.ts';
import { scanMedia } from '../media/scan.ts';
import { askerFor, type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import type { World } from '../world.ts';
import { planOf } from './plan.ts';
import { reportOfPlan } from './report.ts';
import { showRemarks } from './show-outcome.ts';
import { showPlan } from './show-plan.ts';
import { sync } from './sync.ts';

export interface SyncOptions extends OutputOptions {
  readonly dryRun?: boolean;
  readonly keep?: boolean;
  readonly trash?: boolean;
  readonly input: boolean;
}

/** `immersion sync`; resolves with whether everything was done. */
export async function runSync(
  world: World,
  folder: string,
  options: SyncOptions,
): Promise<boolean> {
  const { dryRun = false, keep = false, trash = false } = options;
  const screen = screenFor(world, options);
  // Before anything is looked for: who is not signed in hears of that first.
  const tracker = dryRun ? undefined : await signedIn(world);
  const media = await scanMedia(folder);
  world.signal.throwIfAborted();
  const plan = planOf(media);
  showPlan(screen, media.root, plan, keep ? 'keep' : trash ? 'trash' : 'delete');

  const asker = askerFor(world, options);
  const disk = trash ? world.disks.trash : world.disks.forGood;
  const { signal } = world;
  const report =
    tracker === undefined
      ? reportOfPlan(media, plan)
      : await sync({ tracker, disk, screen, asker, signal }, media, plan, { keep }).finally(() =>
          asker.close(),
        );
  showRemarks(screen, report);
  if (dryRun) screen.say('\nA dry run: nothing was recorded, and nothing was removed.');
  printJson(world, options, report);
  return report.left.length === 0;
}
