import { fork } from 'node:child_process';
import { once } from 'node:events';

interface Forked {
  readonly url: string;
  end(): void;
}

/** Runs a module in a process of its own, which sends the URL of its server. */
export async function forkServer(module: URL, ...args: string[]): Promise<Forked> {
  const server = fork(module, args);
  const [url] = await once(server, 'message');
  return { url: `${url}`, end: () => server.kill() };
}
