import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';

/** In the package, workers are files of their own. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './length-worker.ts' : './length-worker.js',
  import.meta.url,
);

/** Enough for the index of a day of video. A damaged file may ask for all there is. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 };

const message = z.tuple([z.number().optional()]);

/** Workers without work. They do not keep the program from ending. */
const idle: Worker[] = [];

/**
 * Reads the length of a video in a worker, because a damaged file may never finish. Undefined if that
 * takes longer than `timeoutMs` or fails. Rejects if `signal` aborts.
 */
export async function readLength(
  path: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  const worker = idle.pop() ?? new Worker(WORKER, { resourceLimits: LIMITS, stderr: true });
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMs);
  worker.unref();
  try {
    const answer = once(worker, 'message', { signal: AbortSignal.any([signal, timeout.signal]) });
    worker.postMessage(path);
    const [seconds] = message.parse(await answer);
    idle.push(worker);
    return seconds;
  } catch {
    signal.throwIfAborted();
    return undefined;
  } finally {
    clearTimeout(timer);
    if (!idle.includes(worker)) await worker.terminate();
  }
}
