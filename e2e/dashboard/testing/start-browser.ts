import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type BrowserServer, chromium } from 'playwright-core';

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
