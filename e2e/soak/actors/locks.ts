import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

const LONGEST_MS = 4000;

/** Locks the database for a while, as another program does that writes to it or backs it up. */
export function locks({ tracker, recorder }: World): Actor {
  return {
    name: 'locks',
    shortSteps: 1,
    pauseMs: 5000,
    step: (random) =>
      tracker.undisturbed(async () => {
        const file = join(tracker.dataDir, 'immersion-tracker.sqlite');
        using database = new DatabaseSync(file, { timeout: 0 });
        while (!tryTo(() => database.exec('BEGIN IMMEDIATE'))) await sleep(5);
        recorder.count('locks');
        recorder.note('locks: locked the database');
        await sleep(random.chance(0.3) ? random.int(0, LONGEST_MS) : random.int(0, 200));
        database.exec('ROLLBACK');
        tryTo(() => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
        recorder.note('locks: unlocked the database');
      }),
  };
}

/** Whether it worked. It does not while the tracker writes. */
function tryTo(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
