import { setTimeout as sleep } from 'node:timers/promises';
import type { Program } from '../testing/programs/program.ts';
import { startTracker, type TrackerOptions } from '../testing/trackers/local-host.ts';
import { ensure, Violation } from './checks/violation.ts';
import { endsWithin } from './ends-within.ts';
import { ConnectionLost, type Send, sendOnce } from './http.ts';

/** A tracker that is stopped and started again while others send requests to it. */
export interface RestartableTracker {
  readonly dataDir: string;
  /** The process that runs, or that was stopped last. */
  readonly program: Program;
  /** The address, once it runs. */
  url(): Promise<string>;
  readonly send: Send;
  /** Resolves when the next request is sent that may change something. */
  nextChange(): Promise<void>;
  /** Stops it and starts it again on the same data. */
  restart(signal: StopSignal): Promise<void>;
  /** Does something during which it is not restarted. */
  undisturbed(work: () => Promise<void>): Promise<void>;
  /** Stops it for good. */
  stop(signal: StopSignal): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

export type StopSignal = 'SIGKILL' | 'SIGTERM';

interface Options extends Pick<TrackerOptions, 'users' | 'environment'> {
  readonly requestDeadlineMs: number;
  /** How many milliseconds late a busy machine may be. */
  readonly graceMs: number;
  /** Called with each process that has stopped. */
  readonly onStopped: (program: Program) => void;
  /** Called if the tracker ends by itself. */
  readonly fail: (violation: Violation) => void;
}

/** Milliseconds within which the tracker must stop. */
const STOP_MS = 5000;
/** A Ctrl-C reaches the tracker too, perhaps before this process, which then stops the soak. */
const CTRL_C_MS = 500;
const LOG_SHOWN = 2000;

export async function startRestartable(options: Options): Promise<RestartableTracker> {
  const { requestDeadlineMs, graceMs, onStopped, fail } = options;
  let tracker = await startTracker(options);
  let ready = Promise.resolve(tracker);
  let isStopping = false;
  let turn = Promise.resolve();
  let change = Promise.withResolvers<void>();
  watch();

  function watch(): void {
    isStopping = false;
    tracker.program.finished.then(async ({ code, stderr }) => {
      if (isStopping) return;
      await sleep(CTRL_C_MS);
      const log = stderr.slice(-LOG_SHOWN);
      fail(new Violation(`The tracker should run, but ended by itself with code ${code}: ${log}`));
    });
  }

  async function stop(signal: StopSignal): Promise<void> {
    isStopping = true;
    const { program } = tracker;
    program.kill(signal);
    const limit = STOP_MS + graceMs;
    const inTime = await endsWithin(limit, program.finished);
    ensure(inTime, () => `${signal} should stop the tracker within ${limit} ms.`);
    onStopped(program);
    const { code } = await program.finished;
    const isClean = signal === 'SIGKILL' || code === 0;
    ensure(isClean, () => `${signal} should end the tracker with code 0, not ${code}.`);
  }

  function undisturbed(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  }

  async function restart(signal: StopSignal) {
    await stop(signal);
    tracker = await tracker.restart();
    watch();
    return tracker;
  }

  return {
    stop,
    undisturbed,
    dataDir: tracker.dataDir,
    get program() {
      return tracker.program;
    },
    url: async () => (await ready).url,
    nextChange: () => change.promise,
    async send(request) {
      const asked = ready;
      const { url } = await asked;
      if (request.method !== 'GET') {
        change.resolve();
        change = Promise.withResolvers<void>();
      }
      try {
        return await sendOnce(url, request, requestDeadlineMs + graceMs);
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        if (ready === asked) await sleep(CTRL_C_MS);
        const name = `${request.method} ${request.target}`;
        ensure(ready !== asked, () => {
          return `${name} should be answered while the tracker runs, but failed: ${error.cause}`;
        });
        await ready;
        throw error;
      }
    },
    restart: (signal) =>
      undisturbed(async () => {
        ready = restart(signal);
        await ready;
      }),
    async remove() {
      // The tracker may be starting.
      await turn;
      isStopping = true;
      await tracker.remove();
    },
  };
}
