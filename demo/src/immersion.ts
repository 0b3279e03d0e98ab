import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { spawnOptions, supervise } from './child-process.ts';
import type { Screen } from './screen.ts';

/**
 * Runs the client before the person's eyes. Its questions come one a line on standard error, as that is
 * not a terminal; each gets the answer of the name in it, else Enter alone.
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
  // A client that has ended in the meantime needs no answer.
  child.stdin.on('error', () => {});

  for await (const line of createInterface({ input: child.stderr })) {
    if (signal.aborted) continue;
    const [, answer] = [...answers].find(([name]) => line.includes(name)) ?? [];
    screen.say(line);
    if (answer !== undefined) screen.answer(answer);
    // A line for every line, so that no question that was not foreseen is waited for.
    child.stdin.write(`${answer ?? ''}\n`);
  }
  const code = await client.ended;
  signal.throwIfAborted();
  if (code !== 0) throw new Error(`immersion ${args[0]} ended with ${code}, see above.`);
}
