import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

/** Kills the tracker like a power cut, or stops it as the operating system does, and starts it again. */
export function restarts({ restart, recorder }: World): Actor {
  let stops = 0;
  return {
    name: 'restarts',
    few: 2,
    pauseMs: 12_000,
    async step(random) {
      await sleep(random.int(0, 300));
      stops += 1;
      const signal = stops % 2 === 1 ? 'SIGKILL' : 'SIGTERM';
      recorder.note(`restarts: ${signal}`);
      await restart(signal);
      recorder.count(signal);
      recorder.note('restarts: the tracker runs again');
    },
  };
}
