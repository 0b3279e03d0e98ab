import type { Random } from '../random.ts';

/** Does one kind of thing again and again, at the same time as the others. */
export interface Actor {
  readonly name: string;
  /** How many steps it takes in a short run. */
  readonly shortSteps: number;
  /** The longest pause between two steps in milliseconds, in a long run. */
  readonly pauseMs: number;
  step(random: Random): Promise<void>;
  /** Called at the end, when all trouble is over: now everything must succeed. */
  finish?(random: Random): Promise<void>;
}
