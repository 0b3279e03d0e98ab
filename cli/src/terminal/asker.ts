/** Who answers questions: a person at a terminal, lines of standard input, or nobody. */
export interface Asker {
  /** Whether a wrong answer may be asked for again. */
  readonly patient: boolean;
  /** One line, '' for none; undefined once nobody answers any more. */
  ask(question: string, options?: AskOptions): Promise<string | undefined>;
  /** Lets go of standard input, so that the program can end. */
  close(): void;
}

export interface AskOptions {
  /** What else may be answered. */
  readonly hint?: string;
  /** Not to be shown while it is typed. */
  readonly secret?: boolean;
  /** What Enter alone gives. */
  readonly suggestion?: string | undefined;
}

/** Nobody answers. */
export const nobody: Asker = { patient: false, ask: async () => undefined, close() {} };
