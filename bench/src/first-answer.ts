import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { Bundle } from './bundles.ts';
import { firstRequest } from './requests.ts';

/** Runs a function in a fresh process. Returns the milliseconds from the start of the process to its end. */
export async function firstAnswer(
  { name, file }: Bundle,
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const { event, status } = firstRequest(name);
  const program = `
    const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)});
    const answer = await handler(${JSON.stringify(event)});
    process.exit(answer.statusCode === ${status} ? 0 : 1);`;
  const start = performance.now();
  const run = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(run, 'close');
  const milliseconds = performance.now() - start;
  if (code !== 0) throw new Error(`${name} did not answer with status ${status}.`);
  return milliseconds;
}
