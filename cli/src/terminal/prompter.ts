/** What answers questions: a person at a terminal, lines of standard input, or nobody. */
export interface Prompter {
  /** Whether a wrong answer may be asked for again. */
  readonly interactive: boolean;
  /**
   * One line, '' for none; undefined once nobody answers any more. A script's next line stays for the
   * next question, and this one has no answer, unless it is one that this question `accepts`.
   */
  ask(question: string, options?: AskOptions): Promise<string | undefined>;
  /** Lets go of standard input, so that the program can end. */
  close(): void;
}

export interface AskOptions {
  /** What may be answered, in one line or in several. */
  readonly hint?: string | readonly string[];
  /** Not to be shown while it is typed. */
  readonly secret?: boolean;
  /** Which lines of a script may answer; by default any. */
  readonly accepts?: (line: string) => boolean;
  /** What Enter alone gives. */
  readonly suggestion?: string | undefined;
}

/** Nobody answers. */
export const nobody: Prompter = { interactive: false, ask: async () => undefined, close() {} };
