/** What `--known` answers about everything that is recorded already. */
export const KNOWN_ANSWERS = ['rewatch', 'remove', 'leave'] as const;
export type KnownAnswer = (typeof KNOWN_ANSWERS)[number];
