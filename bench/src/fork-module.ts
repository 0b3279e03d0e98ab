import { fork } from 'node:child_process';
import { once } from 'node:events';

interface Forked {
  /** Its first message. */
  readonly message: string;
  /** Rejects if it ends before `end` is called. */
  readonly running: Promise<never>;
  end(): void;
}

/** Runs a module in a process of its own. Resolves with its first message. */
export async function forkModule(module: URL, ...args: string[]): Promise<Forked> {
  const child = fork(module, args);
  let isEnding = false;
  const { promise: running, reject } = Promise.withResolvers<never>();
  child.once('exit', (code) => {
    if (!isEnding) reject(new Error(`${module.pathname} ended with code ${code}.`));
  });
  // Handled wherever it is awaited.
  running.catch(() => {});
  const [message] = await Promise.race([once(child, 'message'), running]);
  return {
    message: `${message}`,
    running,
    end() {
      isEnding = true;
      child.kill();
    },
  };
}
