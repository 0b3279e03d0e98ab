import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from './actors/actor.ts';
import { clients } from './actors/clients.ts';
import { fuzz } from './actors/fuzz.ts';
import { locks } from './actors/locks.ts';
import { monitor } from './actors/monitor.ts';
import { oddRequests } from './actors/odd-requests.ts';
import { providerFaults } from './actors/provider-faults.ts';
import { restarts } from './actors/restarts.ts';
import { secretFile } from './actors/secret-file.ts';
import { wrongPasswords } from './actors/wrong-passwords.ts';
import { judgeMemory } from './checks/memory.ts';
import { promise } from './checks/violation.ts';
import { createLearner } from './learner/learner.ts';
import { createRandom } from './random.ts';
import { createRecorder, line } from './recorder.ts';
import { createWorld, type World } from './world.ts';

export interface SoakOptions {
  readonly seed: number;
  /** For how long; without it, each actor takes only a few steps. */
  readonly minutes?: number;
  /** Ends the soak early. */
  readonly signal: AbortSignal;
}

export interface SoakReport {
  /** The first promise that was broken, or what else went wrong. */
  readonly failure: Error | undefined;
  /** What happened last, oldest first. */
  readonly lastSteps: readonly string[];
  /** As plain text, a line for each. */
  readonly figures: readonly string[];
}

/** Does its steps at the end, without pauses and trouble. */
const LAST_STEPS = 5;

/** Lets users, trouble and the real client loose on trackers, until the time is over or a promise is broken. */
export async function soak({ seed, minutes, signal }: SoakOptions): Promise<SoakReport> {
  const isShort = minutes === undefined;
  const recorder = createRecorder();
  const start = performance.now();
  const over = new AbortController();
  const { promise: failed, reject } = Promise.withResolvers<never>();
  // Handled here, in case it fails when nobody listens any more.
  failed.catch(() => {});
  const stop = () => over.abort();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const timer = isShort ? undefined : setTimeout(stop, minutes * 60_000);
  const open: { close(): Promise<void> | void }[] = [];
  const samples: number[] = [];

  async function openWorld(name: string): Promise<World> {
    const note = (step: string) => recorder.note(`${name}${step}`);
    const world = await createWorld({ recorder: { ...recorder, note }, isShort, fail: reject });
    open.unshift(world);
    return world;
  }

  async function act(actor: Actor): Promise<void> {
    for (let step = 0; !over.signal.aborted && !(isShort && step >= actor.few); step += 1) {
      const random = createRandom(seed, actor.name, step);
      await actor.step(random);
      if (isShort) continue;
      const pause = random.int(0, actor.pauseMs);
      await sleep(pause, undefined, { signal: over.signal }).catch(() => {});
    }
  }

  async function run(): Promise<void> {
    const world = await openWorld('');
    const client = clients(world);
    open.unshift(client);
    const inhabitants = [
      ...[...usersOf(world), restarts(world), secretFile(world), locks(world), client],
      ...troublesOf(world, isShort),
      monitor(world, []),
    ];
    // A second tracker, which is never restarted, so that its memory can tell.
    const steady = isShort ? undefined : await openWorld('steady ');
    const others = steady && [
      ...[...usersOf(steady), ...troublesOf(steady, isShort), monitor(steady, samples)],
    ].map((actor) => ({ ...actor, name: `steady ${actor.name}` }));
    const actors = [...inhabitants, ...(others ?? [])];
    await Promise.all(actors.map(act));
    if (signal.aborted) return;
    recorder.note('all trouble is over');
    for (const { name, finish } of actors) await finish?.(createRandom(seed, `${name}, last`, 0));
    await world.checkFiles();
    await steady?.checkFiles();
    const { grows, before, after } = judgeMemory(samples);
    promise(grows !== true, () => `The memory grows, from ${before} MiB to ${after} MiB.`);
  }

  let failure: Error | undefined;
  try {
    await Promise.race([run(), failed]);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    stop();
    for (const one of open) await one.close();
  }
  const seconds = (performance.now() - start) / 1000;
  const figures = [...recorder.figures(seconds), memoryLine(samples)];
  return { failure, lastSteps: recorder.lastSteps, figures };
}

function usersOf(world: World): Actor[] {
  const learners = world.household.learners.map((user): Actor => {
    const learner = createLearner(world.caller(user));
    return {
      ...{ name: `learner ${user.name}`, few: 10, pauseMs: 100, step: learner.step },
      async finish(random) {
        for (let step = 0; step < LAST_STEPS; step += 1) await learner.step(random);
        await learner.check(random);
      },
    };
  });
  return [...learners, fuzz(world)];
}

const troublesOf = (world: World, isShort: boolean): Actor[] => [
  // Must be the first to finish.
  providerFaults(world, isShort),
  ...[wrongPasswords(world, isShort), oddRequests(world, isShort)],
];

function memoryLine(samples: readonly number[]): string {
  const { before, after, peak, grows } = judgeMemory(samples);
  if (samples.length === 0) return line('memory', 'not measured');
  const verdict = grows === undefined ? 'too short to tell whether it grows' : 'does not grow';
  const median = `median ${Math.round(before)} MiB in the second quarter, ${Math.round(after)} MiB in the last`;
  return line('memory', `${median}, at most ${Math.round(peak)} MiB; ${verdict}`);
}
