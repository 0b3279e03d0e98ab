import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { CliContext } from '../context/cli-context.ts';
import { type Disk, disk } from '../disk/disk.ts';
import { type Probe, probe as realProbe } from '../disk/probe.ts';
import { run } from '../program.ts';
import { type AroundEffect, aroundEffects } from './effects.ts';
import { ACCOUNT } from './fake-account.ts';

const ENVIRONMENT = {
  IMMERSION_TRACKER_API_URL: ACCOUNT.address,
  IMMERSION_TRACKER_USER: ACCOUNT.user,
  IMMERSION_TRACKER_PASSWORD: ACCOUNT.password,
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
    loginFile = `${stateFolder}/login.json`,
    answers = [],
    stdin = Readable.from(answers.map((answer) => `${answer}\n`)),
    disks = disk,
    trash = disks,
    probe = { ...realProbe, lengthOf: async () => undefined },
    environment = ENVIRONMENT,
    around = (_, act) => act(),
    signal = new AbortController().signal,
  }: {
    readonly fetch: typeof globalThis.fetch;
    readonly stateFolder: string;
    readonly loginFile?: string;
    readonly answers?: readonly string[];
    /** At a terminal, questions go to standard error. */
    readonly stdin?: CliContext['stdin'];
    readonly disks?: Disk;
    /** The disk for `--trash`. By default, `disks`. */
    readonly trash?: Disk;
    /** By default, the real change times, and no lengths, because the videos of tests contain only text. */
    readonly probe?: Probe;
    readonly environment?: CliContext['environment'];
    readonly around?: AroundEffect;
    readonly signal?: AbortSignal;
  },
): Promise<Ran> {
  const { isTTY = false } = stdin;
  const [stdout, stderr] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY })];
  const texts = Promise.all([text(stdout), text(stderr)]);
  const code = await run(args, {
    environment,
    loginFile,
    stateFolder,
    probe,
    stdin,
    stdout,
    stderr,
    signal,
    ...aroundEffects({ fetch, disks: { forGood: disks, trash } }, around),
  });
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { code, stdout: out, stderr: err };
}
