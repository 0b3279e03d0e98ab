import { existsSync, rmSync } from 'node:fs';
import { createAttempts } from '../../../auth/attempts.ts';
import { createAuthenticate } from '../../../auth/authenticate.ts';
import { clockProblem, systemClock } from '../../../kernel/clock.ts';
import { PublicError } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/log.ts';
import type { Store } from '../../../store/store.ts';
import { processEnvironment } from '../../config.ts';
import { createRoutes } from '../../routes.ts';
import { type Config, readConfig } from '../config.ts';
import { createDataDir } from '../data-dir.ts';
import { openStore } from '../open-store.ts';
import { runProgram } from '../run-program.ts';
import { createSecretFile, randomUser, type User } from '../secret-file.ts';
import { createApp } from './app.ts';
import { createDashboard, DASHBOARD } from './dashboard.ts';
import { LIMITS } from './limits.ts';
import { listen } from './listen.ts';
import { createLog } from './log.ts';
import { createHostRule } from './requests/own-host.ts';
import { watchSecretFile } from './watch-secret-file.ts';
import { welcome } from './welcome.ts';

async function start(): Promise<void> {
  const config = readConfig(processEnvironment());
  const log = createLog();
  const problem = clockProblem(systemClock);
  if (problem !== undefined) {
    log('warn', `The clock ${problem}; nothing is recorded until it is set`);
  }
  createDataDir(config.dataDir);
  const lost = Promise.withResolvers<string>();
  const store = await openStore(config, log, lost.resolve);
  const first = existsSync(config.secretFile) ? undefined : randomUser();
  try {
    if (first !== undefined) createSecretFile(config.secretFile, [first]);
    await serve(config, log, store, lost.promise, first);
  } catch (error) {
    // Otherwise the secret would keep a password that was never shown.
    if (first !== undefined) rmSync(config.secretFile, { force: true });
    store.close();
    throw error;
  }
}

/**
 * Serves until SIGINT or SIGTERM, or until the store loses a file, whose path `lost` resolves with. `first` is
 * the user that was created at this start, if any.
 */
async function serve(
  config: Config,
  log: Log,
  store: Store,
  lost: Promise<string>,
  first: User | undefined,
): Promise<void> {
  // Every request checks the file once, when it is authenticated.
  const { current, known } = watchSecretFile(config.secretFile, log);
  const routes = createRoutes({ store, secret: known, clock: systemClock, log, config });
  const dashboard = createDashboard(DASHBOARD);
  const stopping = new AbortController();
  const authenticate = createAuthenticate(current, createAttempts());
  const app = createApp(routes, authenticate, dashboard, {
    ...{ ...config, log, limits: LIMITS },
    ...{ rejectForeignHost: createHostRule(config), stopping: stopping.signal },
  });
  const server = await listen(app.fetch, { ...config, limits: LIMITS });

  async function stop(exitCode: number): Promise<void> {
    // Under npm, one Ctrl-C comes twice: from the terminal and from npm.
    if (stopping.signal.aborted) return;
    stopping.abort(
      new PublicError('overloaded', 'The tracker is stopping. Try again in a moment.'),
    );
    await server.close();
    store.close();
    // Drops work for clients that have left, such as password checks.
    process.exit(exitCode);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0));
  void lost.then((path) => {
    process.stderr.write(
      `${path} was removed, moved or replaced while the tracker was running, so the tracker stops: nothing that it records would be kept. Put the database back or restore a backup, then start the tracker again.\n`,
    );
    return stop(1);
  });
  process.stdout.write(welcome(server.url, config, await known(), first));
}

await runProgram(start);
