import { residentMebibytes } from '../checks/memory.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

export interface Monitor extends Actor {
  /** The memory that the tracker took, in MiB, about once a second. */
  readonly resident: readonly number[];
  /** The memory that was in use after its garbage had been collected, in MiB, about once a minute. */
  inUse(): readonly number[];
}

const STEPS_PER_COLLECTION = 60;

/** Looks at what the tracker prints, and at its memory. */
export function monitor({ tracker, reportsHeap, checkOutput }: World): Monitor {
  const resident: number[] = [];
  return {
    ...{ name: 'monitor', shortSteps: 1, pauseMs: 2000, resident },
    inUse: () =>
      [...tracker.program.stdout.matchAll(/^in use: (\d+) MiB$/gm)].map(([, size]) => Number(size)),
    async step() {
      checkOutput();
      const { program } = tracker;
      const mebibytes = residentMebibytes(program.pid ?? 0);
      if (mebibytes !== undefined) resident.push(mebibytes);
      if (reportsHeap && resident.length % STEPS_PER_COLLECTION === 0) program.kill('SIGUSR2');
    },
  };
}
