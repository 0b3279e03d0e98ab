import { aroundSteps, type Disk, type DiskStep } from '../disk/disk.ts';

/** Runs `act`, a step that changes `path` on the disk, or does something else instead. */
export type Around = (step: DiskStep, path: string, act: () => Promise<void>) => Promise<void>;

/** Wraps every step of a disk in `around`. */
export function watchDisk(disk: Disk, around: Around): Disk {
  return aroundSteps(disk, (step, paths, act) => around(step, paths.at(-1) ?? '', act));
}

/** An error like those of the system, with a code such as ENOSPC. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: for the test`), { code });
}
