import { type Providers, startProviders } from '@immersion-tracker/stand-ins';
import { type Caller, createCaller } from './caller.ts';
import { checkData, createOutputCheck } from './checks/output.ts';
import { createSecrets, type Secrets } from './checks/secrets.ts';
import type { Recorder } from './recorder.ts';
import { type RestartableTracker, startRestartable } from './tracker.ts';
import { createHousehold, type Household, type SignIn } from './users.ts';

/** A tracker with its users and providers. */
export interface World extends WorldOptions {
  readonly tracker: RestartableTracker;
  readonly providers: Providers;
  readonly household: Household;
  readonly secrets: Secrets;
  caller(signIn: SignIn): Caller;
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
  /** Whether its tracker can be asked with SIGUSR2 for the memory in use. Any other tracker would end. */
  readonly reportsHeap: boolean;
  /** Ends the soak, for what happens while nobody waits for it. */
  readonly fail: (error: unknown) => void;
}

/** Milliseconds within which a request must be answered, and how much later a busy machine may be. */
const LIMITS = {
  short: { requestDeadlineMs: 60_000, graceMs: 60_000 },
  long: { requestDeadlineMs: 25_000, graceMs: 20_000 },
};

const REPORT_HEAP = `--import=${import.meta.resolve('./report-heap.ts')}`;

export async function createWorld(options: WorldOptions): Promise<World> {
  const { recorder, isShort, reportsHeap, fail } = options;
  const secrets = createSecrets();
  const household = createHousehold(secrets, isShort ? 'cheap' : 'usual');
  const checkOutput = createOutputCheck(secrets);
  const providers = await startProviders();
  const tracker = await startRestartable({
    ...(isShort ? LIMITS.short : LIMITS.long),
    users: household.users,
    environment: { ...providers.environment, ...(reportsHeap && { NODE_OPTIONS: REPORT_HEAP }) },
    onStopped: checkOutput,
    fail,
  });

  return {
    ...{ ...options, tracker, providers, household, secrets },
    checkOutput: () => checkOutput(tracker.program),
    caller: ({ name: user, authorization }) =>
      createCaller({ user, authorization, send: tracker.send, secrets, recorder }),
    async checkFiles() {
      await tracker.stop('SIGTERM');
      checkData(tracker.dataDir, secrets);
    },
    async close() {
      await tracker.remove();
      await providers.close();
    },
  };
}
