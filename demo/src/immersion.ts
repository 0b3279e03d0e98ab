import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { spawnOptions, supervise } from './child-process.ts';
import type { Screen } from './screen.ts';

/**
 * Runs the client and shows what it prints. Since standard error is not a terminal, each question is one line.
 * A question that contains a name from `answers` gets that answer, any other just Enter.
 */
export async function immersion(
  args: readonly string[],
  deps: {
    readonly environment: NodeJS.ProcessEnv;
    readonly screen: Screen;
    readonly signal: AbortSignal;
  },
  answers: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const { environment, screen, signal } = deps;
  screen.command(`immersion ${args.join(' ')}`);
  const child = spawn(process.execPath, ['cli/bin/immersion.js', ...args], {
    ...spawnOptions(environment, signal),
    stdio: ['pipe', 'inherit', 'pipe'],
  });
  await using client = supervise(child);
  // The client may exit before it reads an answer.
  child.stdin.on('error', () => {});

  for await (const line of createInterface({ input: child.stderr })) {
    if (signal.aborted) continue;
    const [, answer] = [...answers].find(([name]) => line.includes(name)) ?? [];
    screen.say(line);
    if (answer !== undefined) screen.answer(answer);
    // Not every line is a question, but answering every line means that no question can hang.
    child.stdin.write(`${answer ?? ''}\n`);
  }
  const code = await client.ended;
  signal.throwIfAborted();
  if (code !== 0)
    throw new Error(`immersion ${args[0]} failed with exit code ${code}. Its output is above.`);
}
