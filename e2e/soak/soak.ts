import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from './actors/actor.ts';
import { castOf } from './actors/cast.ts';
import { clients } from './actors/clients.ts';
import { type Monitor, monitor } from './actors/monitor.ts';
import { restarts } from './actors/restarts.ts';
import { IN_USE, judgeMemory, RESIDENT } from './checks/memory.ts';
import { ensure, Violation } from './checks/violation.ts';
import { createRandom } from './random.ts';
import { createRecorder, line } from './recorder.ts';
import { describeFailure } from './report.ts';
import { createWorld, type World } from './world.ts';

export interface SoakOptions {
  readonly seed: number;
  /** For how long; without it, each actor takes only a few steps. */
  readonly minutes?: number;
  /** Ends the soak early. */
  readonly signal: AbortSignal;
}

export interface SoakReport {
  /** What went wrong first, for people to read. Undefined if every promise was kept. */
  readonly failure: string | undefined;
  /** As plain text, a line for each. */
  readonly figures: readonly string[];
}

/** How many characters of a tracker's log a report has. */
const LOG_SHOWN = 2000;
const LAST_CHECKS_MINUTES = 10;
const MINUTE_MS = 60_000;

/** Lets users, trouble and the real client loose on trackers, until the time is over or a promise is broken. */
export async function soak({ seed, minutes, signal }: SoakOptions): Promise<SoakReport> {
  const isShort = minutes === undefined;
  const recorder = createRecorder();
  const start = performance.now();
  const over = new AbortController();
  const end = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => end.resolve(), { once: true });
  const cleanUp = new AsyncDisposableStack();
  const worlds: World[] = [];
  let memory: Monitor | undefined;

  async function openWorld(name: string, reportsHeap: boolean): Promise<World> {
    over.signal.throwIfAborted();
    const note = (step: string) => recorder.note(`${name}${step}`);
    const own = { ...recorder, note };
    const opening = createWorld({ recorder: own, isShort, reportsHeap, fail: end.reject });
    cleanUp.defer(async () => {
      const [opened] = await Promise.allSettled([opening]);
      if (opened.status === 'fulfilled') await opened.value.close();
    });
    const world = await opening;
    over.signal.throwIfAborted();
    worlds.push(world);
    return world;
  }

  async function act(actor: Actor): Promise<void> {
    for (let step = 0; !over.signal.aborted && !(isShort && step >= actor.shortSteps); step += 1) {
      const random = createRandom(seed, actor.name, step);
      await actor.step(random);
      if (isShort) continue;
      const pause = random.int(0, actor.pauseMs);
      await sleep(pause, undefined, { signal: over.signal }).catch(() => {});
    }
  }

  async function run(): Promise<void> {
    const world = await openWorld('', false);
    const client = clients(world);
    cleanUp.defer(client.close);
    const actors = [restarts(world), client, monitor(world), ...castOf(world)];
    if (!isShort) {
      // It is never restarted, so that its memory can tell.
      const steady = await openWorld('steady ', true);
      memory = monitor(steady);
      const others = [memory, ...castOf(steady)];
      actors.push(...others.map((actor) => ({ ...actor, name: `steady ${actor.name}` })));
      setTimeout(() => over.abort(), minutes * MINUTE_MS).unref();
      const late = `The last checks should end within ${LAST_CHECKS_MINUTES} minutes.`;
      const lateMs = (minutes + LAST_CHECKS_MINUTES) * MINUTE_MS;
      setTimeout(() => end.reject(new Violation(late)), lateMs).unref();
    }
    await Promise.all(actors.map(act));
    recorder.note('all trouble is over');
    for (const { name, finish } of actors) await finish?.(createRandom(seed, `${name}, last`, 0));
    for (const one of worlds) await one.checkFiles();
    for (const { name, grows, before, after } of memoryOf(memory)) {
      ensure(grows !== true, () => {
        return `The memory should not grow, but grew (${name}) from ${before} MiB to ${after} MiB.`;
      });
    }
  }

  let failure: string | undefined;
  try {
    await Promise.race([run(), end.promise]);
  } catch (error) {
    const { lastSteps } = recorder;
    const logs = worlds.map(({ tracker }) => tracker.program.stderr.slice(-LOG_SHOWN));
    failure = describeFailure({ error, seed, lastSteps, logs });
  } finally {
    over.abort();
    await cleanUp.disposeAsync();
  }
  const seconds = (performance.now() - start) / 1000;
  return { failure, figures: [...recorder.figures(seconds), ...memoryOf(memory).map(memoryLine)] };
}

function memoryOf(monitor: Monitor | undefined) {
  if (monitor === undefined) return [];
  return [
    { name: 'memory', ...judgeMemory(monitor.resident, RESIDENT) },
    { name: 'in use', ...judgeMemory(monitor.inUse(), IN_USE) },
  ];
}

function memoryLine({ name, before, after, peak, grows }: ReturnType<typeof memoryOf>[number]) {
  const verdict =
    grows === undefined ? 'too short to judge' : grows ? 'it grows' : 'it does not grow';
  const median = `${Math.round(before)} MiB in the second quarter, ${Math.round(after)} MiB in the last`;
  return line(name, `${median} (medians), at most ${Math.round(peak)} MiB: ${verdict}`);
}
