import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { CliContext } from '../context/cli-context.ts';
import { type Disk, disk } from '../disk/disk.ts';
import { run } from '../program.ts';

const ENVIRONMENT = {
  IMMERSION_TRACKER_API_URL: 'http://127.0.0.1:8080',
  IMMERSION_TRACKER_USER: 'alice',
  IMMERSION_TRACKER_PASSWORD: 'fake-password',
};

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the client in this process. It is signed in, and its answers are piped. */
export async function runClient(
  args: readonly string[],
  {
    fetch,
    stateFolder,
    answers = [],
    disks = disk,
    trash = disks,
    environment = ENVIRONMENT,
  }: {
    readonly fetch: typeof globalThis.fetch;
    readonly stateFolder: string;
    readonly answers?: readonly string[];
    readonly disks?: Disk;
    /** The disk for `--trash`. By default, `disks`. */
    readonly trash?: Disk;
    readonly environment?: CliContext['environment'];
  },
): Promise<Ran> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([text(stdout), text(stderr)]);
  const code = await run(args, {
    environment,
    loginFile: `${stateFolder}/login.json`,
    stateFolder,
    stdin: Readable.from(answers.map((answer) => `${answer}\n`)),
    stdout,
    stderr,
    fetch,
    disks: { forGood: disks, trash },
    signal: new AbortController().signal,
  });
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { code, stdout: out, stderr: err };
}
