import { aroundSteps, type Disk, type DiskStep } from '../disk/disk.ts';

/** Does a step on the disk, or something in its place. `path` is that of the outcome. */
export type Around = (step: DiskStep, path: string, act: () => Promise<void>) => Promise<void>;

/** A disk whose every step is done by way of `around`. */
export function watchDisk(disk: Disk, around: Around): Disk {
  return aroundSteps(disk, (step, paths, act) => around(step, paths.at(-1) ?? '', act));
}

/** As the system says no: with a code such as ENOSPC. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: for the test`), { code });
}
