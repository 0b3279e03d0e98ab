import type { Readable, Writable } from 'node:stream';
import type { Disk } from '../disk/disk.ts';

/** A stream of the terminal, or of a file or a pipe in its place. */
type Input = Readable & { readonly isTTY?: boolean };
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** All of the outside that a command may touch. Each is given just what it needs of it. */
export interface World {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the login is saved; undefined if the system names no absolute folder for such files. */
  readonly loginFile: string | undefined;
  /** Where the client keeps what it has to know in the next run; undefined in the same case. */
  readonly stateFolder: string | undefined;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly fetch: typeof globalThis.fetch;
  /** Removes files for good, or puts them into the system's trash. */
  readonly disks: { readonly forGood: Disk; readonly trash: Disk };
  /** Aborted, with `Stopped` as its reason, when the program is to stop. */
  readonly signal: AbortSignal;
}
