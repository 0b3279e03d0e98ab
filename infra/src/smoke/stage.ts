import type { Send } from './send.ts';

/** The deployed tracker, and what its checks need to know of it. */
export interface Stage {
  readonly url: string;
  readonly send: Send;
  readonly user: string;
  readonly password: string;
  /** The page that may call the tracker; undefined where no answer says so. */
  readonly origin: string | undefined;
}

/** One promise of the tracker. */
export interface Check {
  readonly name: string;
  /** What is not as promised; nothing where all is. */
  readonly run: (stage: Stage) => Promise<readonly string[]>;
}
