import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Preloaded into a tracker, so that on SIGUSR2 it collects its garbage, and prints how many MiB are still in use.

// Makes `gc` available without a flag on the command line.
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

process.on('SIGUSR2', () => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  process.stdout.write(`in use: ${Math.round((heapUsed + external) / 2 ** 20)} MiB\n`);
});
