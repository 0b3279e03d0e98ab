/** Asks questions, and gets answers from a person at a terminal, from standard input, or from nobody. */
export interface Prompter {
  /** Whether a person answers, who can be asked again. */
  readonly interactive: boolean;
  /**
   * Resolves with one line, which may be empty, or with undefined if there is no answer. If a script's next
   * line is not one that the question `accepts`, it stays for the next question.
   */
  ask(question: string, options?: AskOptions): Promise<string | undefined>;
  /** Releases standard input, so that the program can end. */
  close(): void;
}

export interface AskOptions {
  /** What to choose from, each in one line. A person sees them numbered from 1. */
  readonly choices?: readonly string[];
  /** How to answer, in one or several lines. */
  readonly hint?: string | readonly string[];
  /** Whether to hide the answer while it is typed. */
  readonly secret?: boolean;
  /** Which lines of a script are answers. By default, all are. */
  readonly accepts?: (line: string) => boolean;
  /** The answer if the person only presses Enter. */
  readonly suggestion?: string | undefined;
}

export const nobody: Prompter = { interactive: false, ask: async () => undefined, close() {} };
