/** The values of `--known`. */
export const KNOWN_ANSWERS = ['rewatch', 'remove', 'leave'] as const;
export type KnownAnswer = (typeof KNOWN_ANSWERS)[number];

export type CleanUp = 'delete' | 'trash' | 'keep';

/** Instructions from the command line. */
export interface Instructions {
  /** Whether questions may be asked. */
  readonly asks: boolean;
  /** What to do with everything that was already recorded; undefined means to ask. */
  readonly known: KnownAnswer | undefined;
  /** What to do with what was recorded. */
  readonly cleanUp: CleanUp;
}
