/** What `--known` answers about everything that is recorded already. */
export const KNOWN_ANSWERS = ['rewatch', 'remove', 'leave'] as const;
export type KnownAnswer = (typeof KNOWN_ANSWERS)[number];

/** What a command line says about all that a run finds. */
export interface Instructions {
  /** Whether somebody may answer questions. */
  readonly asks: boolean;
  /** What to do with everything that is recorded already; undefined asks. */
  readonly known: KnownAnswer | undefined;
  /** What to do with what was recorded. */
  readonly cleanUp: 'delete' | 'trash' | 'keep';
}
