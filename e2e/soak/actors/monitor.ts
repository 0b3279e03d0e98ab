import { residentMebibytes } from '../checks/memory.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

interface Monitor extends Actor {
  /** The memory that the tracker took, in MiB, about once a second. */
  readonly samples: readonly number[];
}

/** Looks at what the tracker prints, and at its memory. */
export function monitor({ tracker, checkOutput }: World): Monitor {
  const samples: number[] = [];
  return {
    ...{ name: 'monitor', shortSteps: 1, pauseMs: 2000, samples },
    async step() {
      checkOutput();
      const mebibytes = residentMebibytes(tracker.program.pid ?? 0);
      if (mebibytes !== undefined) samples.push(mebibytes);
    },
  };
}
