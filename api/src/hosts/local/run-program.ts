import { ConfigError } from '../config.ts';

/** Runs a program. What the person can mend is said in a sentence, without a stack. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  // What somebody watched, and the secret, are for the owner's eyes only.
  process.umask(0o077);
  try {
    await program();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
