import { parentPort } from 'node:worker_threads';
import { containerLength } from './container-length.ts';

/** Gets the paths of videos, one at a time, and answers with their lengths. */
parentPort?.on('message', async (path: string) => {
  parentPort?.postMessage(await containerLength(path));
});
