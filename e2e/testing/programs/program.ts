import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchOutput } from './output.ts';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Every program gets this, since a short run would spend most of its time compiling. */
export const ALWAYS = {
  PATH: '/usr/bin:/bin',
  NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
} as const;

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running program, with its output so far. */
export interface Program {
  readonly pid: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Resolves with the first match in standard output; rejects if the program ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Like `printed`, but in standard error. */
  printedError(pattern: RegExp): Promise<RegExpExecArray>;
  /** Writes a line to standard input, if it is open. */
  answer(line: string): void;
  kill(signal: NodeJS.Signals): void;
  readonly finished: Promise<Finished>;
}

/**
 * Starts Node on a file of the repository, with little more than the given environment.
 * Standard input ends after `input`; null leaves it open.
 */
export function startNode(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input: string | null = '',
): Program {
  return startProgram(process.execPath, [file, ...args], environment, input);
}

/** Like `startNode`, but for any program. */
export function startProgram(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input: string | null,
): Program {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...ALWAYS, ...environment },
    stdio: 'pipe',
  });
  if (input !== null) child.stdin.end(input);
  return watch(child);
}

function watch(child: ChildProcessWithoutNullStreams): Program {
  let stdout = '';
  let stderr = '';
  const finished = once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr }));
  const output = watchOutput(finished, () => stdout + stderr);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    output.changed();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    output.changed();
  });

  return {
    pid: child.pid,
    get stdout() {
      return stdout;
    },
    get stderr() {
      return stderr;
    },
    printed: (pattern) => output.match(pattern, () => stdout),
    printedError: (pattern) => output.match(pattern, () => stderr),
    answer: (line) => void child.stdin.write(`${line}\n`),
    kill: (signal) => void child.kill(signal),
    finished,
  };
}
