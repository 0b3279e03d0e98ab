import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../../testing/programs/program.ts';
import { startBrowser } from './start-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** WebSocket endpoint of the browser that the tests share; empty on other systems than Linux. */
    browser: string;
  }
}

/** Builds the dashboard and starts one browser for all its tests. */
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

/** Builds the dashboard again, since `npm ci` may have built older sources. */
function buildPage(): void {
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm run build failed:\n${stdout}${stderr}`);
}
