/** What `--known` answers about everything that is recorded already. */
export const KNOWN_ANSWERS = ['rewatch', 'remove', 'leave'] as const;
export type KnownAnswer = (typeof KNOWN_ANSWERS)[number];

/** The words by which a script answers whether something was watched again, or is the same. */
export const DECISIONS = [...KNOWN_ANSWERS, 'same', 'different', 'each'] as const;
export type Decision = (typeof DECISIONS)[number];
