import { demo } from './demo.ts';
import { screenOn } from './screen.ts';

const stop = new AbortController();
const halt = () => stop.abort();
// More than once, since npm passes on the Ctrl-C that the terminal has sent to all.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, halt);
// Nobody reads any more.
for (const stream of [process.stdout, process.stderr]) stream.on('error', halt);

// biome-ignore lint/style/noProcessEnv: the one place that reads it.
const { PATH, LANG, TZ, TERM, COLORTERM, NO_COLOR, FORCE_COLOR } = process.env;
const environment = { PATH, LANG, TZ, TERM, COLORTERM, NO_COLOR, FORCE_COLOR };
const { signal } = stop;
const screen = screenOn(process.stdout);

// What ends after it was shown has done all that it is for; a shell says 130 of the rest.
process.exitCode = await demo({ environment, screen, now: new Date(), signal }).then(
  () => 0,
  (error: unknown) => {
    if (error === signal.reason) return 130;
    // Of two errors, the one that came while things were put away.
    const failure: unknown = error instanceof SuppressedError ? error.error : error;
    process.stderr.write(`\n${failure instanceof Error ? failure.message : failure}\n`);
    return 1;
  },
);
if (process.exitCode !== 1) screen.say('\nStopped. Nothing of the demo is left.');
