import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that was started, with what it has written so far. */
export interface Program {
  readonly stdout: string;
  readonly stderr: string;
  /** Resolves with the first match in standard output; rejects when the program ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
  readonly finished: Promise<Finished>;
}

/** Starts Node on a file of the repository, in an environment with nothing but what is given. */
export function startNode(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input = '',
): Program {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    env: { PATH: '/usr/bin:/bin', ...environment },
    stdio: 'pipe',
  });
  child.stdin.end(input);
  return watch(child);
}

function watch(child: ChildProcess): Program {
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const check of waiting) check();
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const finished = once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr }));

  return {
    get stdout() {
      return stdout;
    },
    get stderr() {
      return stderr;
    },
    async printed(pattern) {
      const { promise, resolve } = Promise.withResolvers<RegExpExecArray>();
      const check = () => {
        const match = pattern.exec(stdout);
        if (match) resolve(match);
      };
      waiting.add(check);
      check();
      const ended = finished.then(() => {
        throw new Error(`ended before it printed ${pattern}:\n${stdout}${stderr}`);
      });
      try {
        return await Promise.race([promise, ended]);
      } finally {
        waiting.delete(check);
        ended.catch(() => {});
      }
    },
    kill: (signal) => void child.kill(signal),
    finished,
  };
}
