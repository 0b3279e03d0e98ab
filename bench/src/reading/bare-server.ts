import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Bare readings of a user's items. */
export interface Readings {
  /** Reads what totals need. */
  figures(): unknown;
  /** Reads what a list of records needs. */
  list(): unknown;
}

/**
 * Serves the parent process: does the reading that the path names, and answers with as many bytes as the query's
 * `bytes`. Ends with the parent.
 */
export async function serveReadings(readings: Readings): Promise<void> {
  const server = createServer(async ({ url = '' }, answer) => {
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
    await readings[pathname === '/list' ? 'list' : 'figures']();
    answer.end('x'.repeat(Number(searchParams.get('bytes'))));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.on('disconnect', () => process.exit());
  const { port } = server.address() as AddressInfo;
  process.send?.(`http://127.0.0.1:${port}`);
}
