import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from './actors/actor.ts';
import { castOf } from './actors/cast.ts';
import { clients } from './actors/clients.ts';
import { monitor } from './actors/monitor.ts';
import { restarts } from './actors/restarts.ts';
import { judgeMemory } from './checks/memory.ts';
import { ensure, Violation } from './checks/violation.ts';
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
  /** The end of each tracker's log. */
  readonly logs: readonly string[];
  /** As plain text, a line for each. */
  readonly figures: readonly string[];
}

/** How many characters of a tracker's log a report has. */
const LOG_SHOWN = 2000;
/** Milliseconds that the last checks may take after the time is over. */
const LAST_CHECKS_MS = 10 * 60_000;

/** Lets users, trouble and the real client loose on trackers, until the time is over or a promise is broken. */
export async function soak({ seed, minutes, signal }: SoakOptions): Promise<SoakReport> {
  const isShort = minutes === undefined;
  const recorder = createRecorder();
  const start = performance.now();
  const over = new AbortController();
  const end = Promise.withResolvers<void>();
  const timers = isShort
    ? []
    : [
        setTimeout(() => over.abort(), minutes * 60_000),
        setTimeout(
          () => end.reject(new Violation('The last checks do not end.')),
          minutes * 60_000 + LAST_CHECKS_MS,
        ),
      ];
  const stop = () => end.resolve();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const open: { close(): Promise<void> }[] = [];
  const worlds: World[] = [];
  const samples: number[] = [];

  async function openWorld(name: string): Promise<World> {
    const note = (step: string) => recorder.note(`${name}${step}`);
    const opening = createWorld({ recorder: { ...recorder, note }, isShort, fail: end.reject });
    open.unshift({
      close: () =>
        opening.then(
          (world) => world.close(),
          () => {},
        ),
    });
    const world = await opening;
    over.signal.throwIfAborted();
    worlds.push(world);
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
    const actors = [restarts(world), client, monitor(world, []), ...castOf(world, isShort)];
    if (!isShort) {
      // It is never restarted, so that its memory can tell.
      const steady = await openWorld('steady ');
      const others = [monitor(steady, samples), ...castOf(steady, isShort)];
      actors.push(...others.map((actor) => ({ ...actor, name: `steady ${actor.name}` })));
    }
    await Promise.all(actors.map(act));
    recorder.note('all trouble is over');
    for (const { name, finish } of actors) await finish?.(createRandom(seed, `${name}, last`, 0));
    for (const one of worlds) await one.checkFiles();
    const { grows, before, after } = judgeMemory(samples);
    ensure(grows !== true, () => `The memory grows, from ${before} MiB to ${after} MiB.`);
  }

  let failure: Error | undefined;
  try {
    await Promise.race([run(), end.promise]);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
  } finally {
    over.abort();
    for (const timer of timers) clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    for (const one of open) await one.close();
  }
  const seconds = (performance.now() - start) / 1000;
  const figures = [...recorder.figures(seconds), memoryLine(samples)];
  const logs = worlds.map(({ tracker }) => tracker.program.stderr.slice(-LOG_SHOWN));
  return { failure, lastSteps: recorder.lastSteps, logs, figures };
}

function memoryLine(samples: readonly number[]): string {
  const { before, after, peak, grows } = judgeMemory(samples);
  if (samples.length === 0) return line('memory', 'not measured');
  const verdict =
    grows === undefined ? 'too short to judge' : grows ? 'it grows' : 'it does not grow';
  const median = `${Math.round(before)} MiB in the second quarter, ${Math.round(after)} MiB in the last`;
  return line('memory', `${median} (medians), at most ${Math.round(peak)} MiB: ${verdict}`);
}
