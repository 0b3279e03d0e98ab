import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where tests connect to the browser that they share; empty where there can be none. */
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

/**
 * Starts the Chromium of the npm registry, with the libraries that come along: it needs nothing of the
 * machine but Linux.
 */
export async function startBrowser(): Promise<{ server: BrowserServer; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'immersion-browser-'));
  const [executablePath = '', libraries = '', fonts = ''] = await unpack(folder);
  const server = await chromium.launchServer({
    executablePath,
    env: {
      HOME: folder,
      TMPDIR: folder,
      LD_LIBRARY_PATH: join(libraries, 'lib'),
      // A machine without a screen may have no fonts at all.
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: fonts }),
    },
  });
  return {
    server,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Unpacks program, libraries and fonts into a folder. The package knows only that for temporary files. */
async function unpack(folder: string): Promise<string[]> {
  const { resolve } = createRequire(import.meta.url);
  const packed = join(dirname(resolve('@sparticuz/chromium')), '../bin');
  const { env } = process;
  const { TMPDIR } = env;
  env.TMPDIR = folder;
  try {
    const parts = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'];
    return await Promise.all(parts.map((part) => inflate(join(packed, part))));
  } finally {
    if (TMPDIR === undefined) delete env.TMPDIR;
    else env.TMPDIR = TMPDIR;
  }
}
