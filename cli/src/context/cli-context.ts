import type { Disk } from '../disk/disk.ts';
import type { Probe } from '../disk/probe.ts';
import type { Streams } from '../terminal/streams.ts';

/** Everything outside the process that a command may touch. Pass a function only the parts that it uses. */
export interface CliContext extends Streams {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the login is saved; undefined if the system's folder for it is not an absolute path. */
  readonly loginFile: string | undefined;
  /** Where the client keeps its journals and receipts; undefined in the same case. */
  readonly stateFolder: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly disks: { readonly forGood: Disk; readonly trash: Disk };
  readonly probe: Probe;
}
