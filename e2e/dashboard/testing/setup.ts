import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../../testing/programs/program.ts';
import { startBrowser } from './start-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where tests connect to the browser that they share; empty if there can be none. */
    browser: string;
  }
}

/** Builds the page, and starts one browser for all tests of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildPage();
  if (process.platform !== 'linux') {
    project.provide('browser', '');
    return async () => {};
  }
  const { server, close } = await startBrowser();
  project.provide('browser', server.wsEndpoint());
  return close;
}

/** Builds the dashboard as it is now, as `npm ci` has built it as it was then. */
function buildPage(): void {
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm run build failed:\n${stdout}${stderr}`);
}
