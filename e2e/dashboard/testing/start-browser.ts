import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type BrowserServer, chromium } from 'playwright-core';

/** Starts the Chromium from npm, with the libraries in its package. Works on any Linux. */
export async function startBrowser(): Promise<{ server: BrowserServer; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'immersion-browser-'));
  const [executablePath = '', libraries = '', fonts = ''] = await unpack(folder);
  const server = await chromium.launchServer({
    executablePath,
    env: {
      HOME: folder,
      TMPDIR: folder,
      LD_LIBRARY_PATH: join(libraries, 'lib'),
      // A headless machine may not have any fonts.
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

/**
 * Unpacks the program, its libraries and its fonts into a folder, and returns their paths. The package always
 * unpacks into `TMPDIR`.
 */
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
