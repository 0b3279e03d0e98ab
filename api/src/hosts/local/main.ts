import { existsSync, rmSync } from 'node:fs';
import { createAuthenticate } from '../../auth/authenticate.ts';
import { systemClock } from '../../kernel/clock.ts';
import { processEnvironment, readConfig } from '../config.ts';
import { createRoutes } from '../routes.ts';
import { createApp } from './app.ts';
import { createDataDir } from './data-dir.ts';
import { listen } from './listen.ts';
import { createLog } from './log.ts';
import { openStore } from './open-store.ts';
import { run } from './run.ts';
import { createSecretFile, randomUser, readSecretFile, watchSecretFile } from './secret-file.ts';
import { welcome } from './welcome.ts';

async function start(): Promise<void> {
  const config = readConfig(processEnvironment());
  const log = createLog();
  createDataDir(config.dataDir);
  const first = existsSync(config.secretFile) ? undefined : randomUser();
  if (first !== undefined) createSecretFile(config.secretFile, [first]);
  const secret = watchSecretFile(config.secretFile, log);
  const store = await openStore(config, log);

  const options = { corsOrigin: config.corsOrigin, log };
  const routes = createRoutes({ store, secret, clock: systemClock }, config, options);
  const app = createApp(routes, createAuthenticate(secret), options);
  const server = await listen(app.fetch, config).catch((error: unknown) => {
    // Else the password that nobody has seen yet would stay in force.
    if (first !== undefined) rmSync(config.secretFile);
    throw error;
  });
  process.stdout.write(welcome(server.url, config, readSecretFile(config.secretFile), first));

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await server.close();
      store.close();
    });
  }
}

await run(start);
