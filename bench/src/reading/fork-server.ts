import { fork } from 'node:child_process';
import { once } from 'node:events';

interface Forked {
  readonly url: string;
  end(): void;
}

/** Runs a module of this folder in a process of its own, which sends the URL of its server. */
export async function forkServer(module: string, ...args: string[]): Promise<Forked> {
  const server = fork(new URL(module, import.meta.url), args);
  const [url] = await once(server, 'message');
  return { url: `${url}`, end: () => server.kill() };
}
