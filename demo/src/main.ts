import { demo } from './demo.ts';
import { screenOn } from './screen.ts';

const stop = new AbortController();
const halt = () => stop.abort();
// The signal can arrive twice: npm forwards a Ctrl-C that the terminal already sent to the whole group.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, halt);
// Stop if the reader of a pipe has gone away.
for (const stream of [process.stdout, process.stderr]) stream.on('error', halt);

// biome-ignore lint/style/noProcessEnv: the only place that reads it.
const { PATH, LANG, TZ, TERM, COLORTERM, NO_COLOR, FORCE_COLOR } = process.env;
const environment = { PATH, LANG, TZ, TERM, COLORTERM, NO_COLOR, FORCE_COLOR };
const { signal } = stop;
const screen = screenOn(process.stdout);

// Stopping the demo after it has shown everything is a success. Before that, the exit code is 130, as after SIGINT.
process.exitCode = await demo({ environment, screen, now: new Date(), signal }).then(
  () => 0,
  (error: unknown) => {
    if (error === signal.reason) return 130;
    // The error of the clean-up, if there was one; otherwise the error itself.
    const failure: unknown = error instanceof SuppressedError ? error.error : error;
    process.stderr.write(`\n${failure instanceof Error ? failure.message : failure}\n`);
    return 1;
  },
);
if (process.exitCode !== 1) screen.say('\nStopped. All files of the demo have been deleted.');
