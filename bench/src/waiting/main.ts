import { setTimeout as sleep } from 'node:timers/promises';
import { basicAuthorization } from '@immersion-tracker/contract';
import { USERS } from '@immersion-tracker/e2e/tracker';
import { forkModule } from '../fork-module.ts';
import { median } from '../median.ts';
import { sqliteSubject } from '../reading/sqlite.ts';
import { items, loads } from './loads.ts';

// Part of `npm run bench`: how long a new connection with a small request waits beside connections that are always
// busy with what takes the tracker longest. Compares that with a server that answers everything at once, beside just
// as many connections.

const CONNECTIONS = 400;
/** How many new connections to measure, and the milliseconds between them. */
const RUNS = 40;
const BETWEEN_MS = 50;

const [busyUser = '', otherUser = ''] = USERS.map((it) => basicAuthorization(it.user, it.password));
const subject = await sqliteSubject(items);
const bare = await forkModule(new URL('./bare-server.ts', import.meta.url));
try {
  process.stdout.write(
    `Wait of a new connection beside ${CONNECTIONS} busy ones, median (and longest): GET /healthz, GET /settings of another user, and the floor\n`,
  );
  for (const name of Object.keys(loads)) {
    const waits = [
      await waitBeside(name, subject.url, '/healthz'),
      await waitBeside(name, subject.url, '/settings'),
      await waitBeside(name, bare.message, '/healthz'),
    ];
    process.stdout.write(`  ${name.padEnd(36)}${waits.join('')}\n`);
  }
} finally {
  bare.end();
  await subject.close();
}

async function waitBeside(load: string, url: string, path: string): Promise<string> {
  const busy = new URL('./busy.ts', import.meta.url);
  const others = await forkModule(busy, url, busyUser, load, `${CONNECTIONS}`);
  try {
    const measured = Promise.all(
      Array.from({ length: RUNS }, async (_, run) => {
        await sleep(run * BETWEEN_MS);
        return waitFor(`${url}${path}`);
      }),
    );
    const waits = await Promise.race([measured, others.running]);
    const [middle, longest] = [median(waits), Math.max(...waits)].map((it) => it.toFixed(0));
    return `${middle} ms (${longest} ms)`.padStart(20);
  } finally {
    others.end();
  }
}

async function waitFor(url: string): Promise<number> {
  const start = performance.now();
  const headers = { Authorization: otherUser, Connection: 'close' };
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`GET ${url} answered ${answer.status}.`);
  await answer.bytes();
  return performance.now() - start;
}
