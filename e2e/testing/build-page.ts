import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { ROOT } from './programs/program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    pageIsBuilt?: boolean;
  }
}

/** Builds the dashboard once for all projects of a run, since `npm ci` may have built older sources. */
export function buildPage({ vitest }: TestProject): void {
  if (vitest.getProvidedContext().pageIsBuilt) return;
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm run build failed:\n${stdout}${stderr}`);
  vitest.provide('pageIsBuilt', true);
}
