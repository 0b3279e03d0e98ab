import type { Disk } from '../disk/disk.ts';
import type { Streams } from '../terminal/streams.ts';

/** All of the outside that a command may touch. Each is given just what it needs of it. */
export interface CliContext extends Streams {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the login is saved; undefined if the system names no absolute folder for such files. */
  readonly loginFile: string | undefined;
  /** Where the client keeps what it has to know in the next run; undefined in the same case. */
  readonly stateFolder: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  /** Removes files for good, or puts them into the system's trash. */
  readonly disks: { readonly forGood: Disk; readonly trash: Disk };
}
