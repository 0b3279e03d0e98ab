import type { TestProject } from 'vitest/node';
import { buildPage } from '../../testing/build-page.ts';
import { startBrowser } from './start-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** WebSocket endpoint of the browser that the tests share; empty if the system is not Linux. */
    browser: string;
  }
}

/** Builds the dashboard and starts one browser for all its tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildPage(project);
  if (process.platform !== 'linux') {
    project.provide('browser', '');
    return async () => {};
  }
  const { server, close } = await startBrowser();
  project.provide('browser', server.wsEndpoint());
  return close;
}
