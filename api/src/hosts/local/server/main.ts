import { existsSync, rmSync } from 'node:fs';
import { createAuthenticate } from '../../../auth/authenticate.ts';
import { createPace } from '../../../auth/pace.ts';
import { clockProblem, systemClock } from '../../../kernel/clock.ts';
import { PublicError } from '../../../kernel/errors.ts';
import type { Store } from '../../../store/store.ts';
import { LOST_ADVICE } from '../../../store/unavailable.ts';
import { ConfigError, processEnvironment } from '../../config.ts';
import { createRoutes } from '../../routes.ts';
import { type Config, readConfig } from '../config.ts';
import { createDataDir } from '../data-dir.ts';
import { openStore } from '../open-store.ts';
import { runProgram } from '../run-program.ts';
import { createSecretFile, randomUser, type User } from '../secret/secret-file.ts';
import { watchSecretFile } from '../secret/watch-secret-file.ts';
import { systemErrorCode } from '../system-error-code.ts';
import { createApp } from './app.ts';
import { watchCertificate } from './connections/certificate.ts';
import { listen } from './connections/listen.ts';
import { TIMEOUTS } from './connections/timeouts.ts';
import { createDashboard, DASHBOARD } from './dashboard.ts';
import { createLog, type ServerLog } from './log.ts';
import { createRejectForeignHost } from './requests/reject-foreign-host.ts';
import { welcome } from './welcome.ts';

async function start(): Promise<void> {
  const config = readConfig(processEnvironment());
  const serverLog = createLog();
  const { log } = serverLog;
  const problem = clockProblem(systemClock);
  if (problem !== undefined) {
    log('warn', `The clock ${problem}; nothing is recorded until it is set`);
  }
  createDataDir(config.dataDir);
  const lost = Promise.withResolvers<string>();
  const store = await openStore(config, log, lost.resolve);
  const first = existsSync(config.secretFile) ? undefined : randomUser();
  const signalled = Promise.withResolvers<void>();
  // Before the secret is created: a signal in between must not keep its password from being shown. Under npm, one
  // Ctrl-C comes twice: from the terminal and from npm.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signalled.resolve());
  try {
    if (first !== undefined) createSecretFile(config.secretFile, [first]);
    const ends = { lost: lost.promise, signalled: signalled.promise };
    await serve(config, serverLog, store, ends, first);
  } catch (error) {
    // Otherwise the secret would keep a password that was never shown.
    if (first !== undefined) rmSync(config.secretFile, { force: true });
    store.close();
    await serverLog.close();
    throw error;
  }
}

/**
 * Serves until `signalled` resolves, or `lost` with the path of a database file that is gone. `first` is the user
 * that was created at this start, if any.
 */
async function serve(
  config: Config,
  { log, close: closeLog }: ServerLog,
  store: Store,
  { lost, signalled }: { readonly lost: Promise<string>; readonly signalled: Promise<void> },
  first: User | undefined,
): Promise<void> {
  // Every request checks the file once, when it is authenticated.
  const { current, known } = watchSecretFile(config.secretFile, log);
  const routes = createRoutes({ store, secret: known, clock: systemClock, log, config });
  const dashboard = createDashboard(DASHBOARD);
  const certificate = config.tls && watchCertificate(config.tls, log);
  const stopping = new AbortController();
  const authenticate = createAuthenticate(current, createPace());
  const app = createApp(routes, authenticate, dashboard, {
    ...config,
    log,
    rejectForeignHost: createRejectForeignHost({ ...config, certificate }),
    stopping: stopping.signal,
    graceMs: TIMEOUTS.graceMs,
  });
  const server = await listen(app.fetch, { ...config, certificate, timeouts: TIMEOUTS });

  async function stop(exitCode: number): Promise<void> {
    if (stopping.signal.aborted) return;
    stopping.abort(
      new PublicError('overloaded', 'The tracker is stopping. Try again in a moment.'),
    );
    await server.close();
    store.close();
    await closeLog();
    // Drops work for clients that have left, such as password checks.
    process.exit(exitCode);
  }
  const printed = print(welcome(server.url, config, await known(), first));
  void signalled.then(() => stop(0));
  void lost.then((path) => {
    log(
      'error',
      `${path} was removed, moved or replaced while the tracker was running. ${LOST_ADVICE}`,
    );
    return stop(1);
  });
  try {
    await printed;
  } catch (error) {
    const problem = `cannot write to standard output (${systemErrorCode(error)})`;
    if (first === undefined) return log('warn', problem);
    await server.close();
    throw new ConfigError(
      `${problem}, so the password of the first user would be lost; start the tracker where you can read what it prints`,
    );
  }
}

/** Rejects if standard output is closed, or its disk is full. */
async function print(text: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  // Without a listener, the error would end the process.
  process.stdout.on('error', reject);
  process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  return promise;
}

await runProgram(start);
