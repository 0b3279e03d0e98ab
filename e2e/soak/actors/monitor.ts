import { residentMebibytes } from '../checks/memory.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

/** Checks what the tracker prints, and adds the memory that it takes to `samples`, about once a second. */
export function monitor(world: World, samples: number[]): Actor {
  return {
    name: 'monitor',
    few: 1,
    pauseMs: 2000,
    async step() {
      world.checkOutput();
      const mebibytes = residentMebibytes(world.tracker.program.pid ?? 0);
      if (mebibytes !== undefined) samples.push(mebibytes);
    },
  };
}
