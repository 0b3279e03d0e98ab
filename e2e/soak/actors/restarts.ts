import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

/** How long to wait for a change, and when to strike after it was sent, in milliseconds. */
const MOST_MS = { waiting: 300, after: 20 };

/** Kills the tracker like a power cut, or stops it as the operating system does, and starts it again. */
export function restarts({ tracker, recorder }: World): Actor {
  let stops = 0;
  return {
    name: 'restarts',
    shortSteps: 2,
    pauseMs: 12_000,
    async step(random) {
      await Promise.race([tracker.nextChange(), sleep(MOST_MS.waiting)]);
      await sleep(random.int(0, MOST_MS.after));
      stops += 1;
      const signal = stops % 2 === 1 ? 'SIGKILL' : 'SIGTERM';
      recorder.note(`restarts: ${signal}`);
      await tracker.restart(signal);
      recorder.count(signal);
      recorder.note('restarts: the tracker runs again');
    },
  };
}
