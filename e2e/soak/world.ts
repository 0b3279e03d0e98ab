import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Providers, startProviders } from '@immersion-tracker/stand-ins';
import { startTracker, type Tracker } from '../testing/trackers/local-host.ts';
import { type Caller, createCaller } from './caller.ts';
import { createSecrets, type Secrets } from './checks/secrets.ts';
import { ensure, Violation } from './checks/violation.ts';
import { ConnectionLost, type Send, sendOnce } from './http.ts';
import type { Recorder } from './recorder.ts';
import { createHousehold, type Household, type User } from './users.ts';

/** A tracker with its users and providers. */
export interface World {
  /** The one that runs, or that was stopped last. */
  readonly tracker: Tracker;
  readonly providers: Providers;
  readonly household: Household;
  readonly secrets: Secrets;
  readonly recorder: Recorder;
  /** The address of the tracker, once it runs. */
  url(): Promise<string>;
  caller(user: User): Caller;
  /** Resolves when the next request is sent that may change something. */
  nextChange(): Promise<void>;
  /** Stops the tracker and starts it again on the same data. */
  restart(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Does something during which the tracker is not restarted. */
  undisturbed(work: () => Promise<void>): Promise<void>;
  /** Checks what the tracker has printed since the last call. */
  checkOutput(): void;
  /** Stops the tracker for good, and checks what it leaves on the disk. */
  checkFiles(): Promise<void>;
  /** Removes everything. */
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly recorder: Recorder;
  /** A short run must be cheap, and pass on a machine that is busy with other things. */
  readonly isShort: boolean;
  /** Called if the tracker ends by itself. */
  readonly fail: (violation: Violation) => void;
}

/** Milliseconds within which a request must be answered, and how much later a busy machine may be. */
const DEADLINES = {
  short: { deadline: 60_000, grace: 60_000 },
  long: { deadline: 25_000, grace: 20_000 },
};
/** Milliseconds within which the tracker must stop. */
const STOP_MS = 5000;
/** A Ctrl-C reaches the tracker too, perhaps before this process, which then stops the soak. */
const CTRL_C_MS = 500;
/** What the log says about a bug. */
const BUG = 'unexpected error';

export async function createWorld({ recorder, isShort, fail }: WorldOptions): Promise<World> {
  const secrets = createSecrets();
  const household = createHousehold(secrets, isShort ? 'cheap' : 'usual');
  const { deadline, grace } = isShort ? DEADLINES.short : DEADLINES.long;
  const providers = await startProviders();
  let tracker = await startTracker({
    users: household.users,
    environment: providers.environment,
    requestDeadlineMs: deadline,
  });
  let ready = Promise.resolve(tracker);
  let isStopping = false;
  let checked = 0;
  watch(tracker);
  let turn = Promise.resolve();
  let change = Promise.withResolvers<void>();

  function watch({ program }: Tracker): void {
    checked = 0;
    program.finished.then(async ({ code, stderr }) => {
      if (isStopping) return;
      await sleep(CTRL_C_MS);
      const log = stderr.slice(-2000);
      fail(new Violation(`The tracker ended by itself, with code ${code}: ${log}`));
    });
  }

  function checkOutput(): void {
    const { stdout, stderr } = tracker.program;
    // Overlaps what was checked before, in case a secret is printed in two parts.
    const fresh = stderr.slice(Math.max(0, checked - 1000));
    checked = stderr.length;
    secrets.check("The tracker's log", fresh);
    secrets.check('What the tracker prints at its start', stdout);
    const bug = fresh.indexOf(BUG);
    ensure(
      bug === -1,
      () => `The log has a bug: ${fresh.slice(Math.max(0, bug - 300), bug + 3000)}`,
    );
  }

  async function stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    isStopping = true;
    const { program } = tracker;
    program.kill(signal);
    const late = Symbol('late');
    const timer = new AbortController();
    const patience = sleep(STOP_MS + grace, late, { signal: timer.signal }).catch(() => late);
    const finished = await Promise.race([program.finished, patience]);
    timer.abort();
    ensure(finished !== late, () => `The tracker did not stop within ${STOP_MS + grace} ms.`);
    checkOutput();
    const code = program.finished.then((end) => end.code);
    if (signal === 'SIGTERM') {
      ensure((await code) === 0, () => 'SIGTERM did not end the tracker with code 0.');
    }
  }

  const send: Send = async (request) => {
    const asked = ready;
    try {
      const { url } = await asked;
      if (request.method !== 'GET') {
        change.resolve();
        change = Promise.withResolvers<void>();
      }
      return await sendOnce(url, request, deadline + grace);
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      if (ready === asked) await sleep(CTRL_C_MS);
      const why = `${error.message} lost its connection, although the tracker runs: ${error.cause}`;
      ensure(ready !== asked, () => why);
      await ready;
      throw error;
    }
  };

  async function undisturbed(work: () => Promise<void>): Promise<void> {
    const before = turn;
    const { promise: done, resolve } = Promise.withResolvers<void>();
    turn = done;
    await before;
    try {
      await work();
    } finally {
      resolve();
    }
  }

  return {
    ...{ providers, household, secrets, recorder, undisturbed, checkOutput },
    get tracker() {
      return tracker;
    },
    url: async () => (await ready).url,
    nextChange: () => change.promise,
    caller: ({ name: user, authorization }) =>
      createCaller({ user, authorization, send, secrets, recorder }),
    restart: (signal) =>
      undisturbed(async () => {
        const started = Promise.withResolvers<Tracker>();
        ready = started.promise;
        // Handled here if nobody waits for it.
        ready.catch(() => {});
        try {
          await stop(signal);
          tracker = await tracker.restart();
          isStopping = false;
          watch(tracker);
          started.resolve(tracker);
        } catch (error) {
          started.reject(error);
          throw error;
        }
      }),
    async checkFiles() {
      await stop('SIGTERM');
      secrets.checkFiles(tracker.dataDir, ['secret.json']);
      using database = new DatabaseSync(join(tracker.dataDir, 'immersion-tracker.sqlite'));
      const state = JSON.stringify(database.prepare('PRAGMA integrity_check').all());
      ensure(state === '[{"integrity_check":"ok"}]', () => `The database is damaged: ${state}`);
    },
    async close() {
      // The tracker may be starting.
      await turn;
      isStopping = true;
      await tracker.remove();
      await providers.close();
    },
  };
}
