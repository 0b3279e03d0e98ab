import { demo } from './demo.ts';
import { Failure, Stopped } from './failure.ts';
import { screenOn } from './screen.ts';

const stop = new AbortController();
const halt = () => stop.abort(new Stopped());
// More than once, since npm passes on the Ctrl-C that the terminal has sent to all.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, halt);
// Nobody reads any more.
for (const stream of [process.stdout, process.stderr]) stream.on('error', halt);

// biome-ignore lint/style/noProcessEnv: the one place that reads it.
const { PATH, LANG, TZ, TERM, COLORTERM, NO_COLOR, FORCE_COLOR } = process.env;
const environment = { PATH, LANG, TZ, TERM, COLORTERM, NO_COLOR, FORCE_COLOR };
const screen = screenOn(process.stdout);

let shown = false;
try {
  await demo({ environment, screen, now: new Date(), signal: stop.signal }, () => {
    shown = true;
  });
} catch (error) {
  if (error instanceof Stopped) {
    screen.say(`\nStopped. Nothing of the demo is left.`);
    // What ends after it was shown has done all that it is for; a shell says 130 of the rest.
    process.exitCode = shown ? 0 : 130;
  } else {
    process.stderr.write(`\n${inWords(error)}\n`);
    process.exitCode = 1;
  }
}

function inWords(error: unknown): string {
  // Of two errors, the one that came while things were put away.
  if (error instanceof SuppressedError) return inWords(error.error);
  if (error instanceof Failure) return error.message;
  return `The demo failed: ${error instanceof Error ? error.message : error}`;
}
