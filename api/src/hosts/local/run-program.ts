import { ConfigError } from '../config.ts';

/** Runs a program. Prints a `ConfigError` without its stack, since the user can fix its cause. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  // Only the owner may read the database and the secret.
  process.umask(0o077);
  try {
    await program();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
