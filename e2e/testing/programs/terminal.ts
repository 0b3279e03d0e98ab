import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { watchOutput } from './output.ts';
import { ALWAYS, ROOT } from './program.ts';

/** The characters that keys send. */
const KEYS = {
  enter: '\r',
  escape: '\x1b',
  backspace: '\x7f',
  'ctrl-c': '\x03',
  'ctrl-d': '\x04',
  'ctrl-s': '\x13',
};

/** A program in a pseudo-terminal. */
export interface InTerminal {
  /** The visible lines and those that scrolled away, without trailing blanks. */
  screen(): string;
  /** Resolves with the first match on the screen; rejects if the program ends first. */
  sees(pattern: RegExp): Promise<RegExpExecArray>;
  type(text: string): void;
  /** Types a line and presses Enter. */
  answer(line: string): void;
  press(key: keyof typeof KEYS): void;
  /** The whole output, with escape sequences. */
  readonly raw: string;
  readonly cursorIsVisible: boolean;
  /** Resolves with the exit code once the whole output is on the screen. */
  readonly finished: Promise<number>;
  /** Sends a signal, SIGKILL by default, if it is still running. */
  kill(signal?: NodeJS.Signals): void;
}

/** Starts Node on a file of the repository in a terminal, with little more than this environment. */
export function startInTerminal(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  { columns = 100, rows = 40 }: { readonly columns?: number; readonly rows?: number } = {},
): InTerminal {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const child = spawn(process.execPath, [file, ...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: ROOT,
    env: { ...ALWAYS, ...environment },
  });
  let raw = '';
  const { promise: finished, resolve: finish } = Promise.withResolvers<number>();
  const output = watchOutput(finished, () => linesOf(terminal));
  child.onData((text) => {
    raw += text;
    terminal.write(text, () => output.changed());
  });
  // Passes on the terminal's answers to queries such as the cursor's position.
  terminal.onData((answer) => child.write(answer));
  let runs = true;
  child.onExit(({ exitCode }) => {
    runs = false;
    terminal.write('', () => finish(exitCode));
  });

  return {
    screen: () => linesOf(terminal),
    sees: (pattern) => output.match(pattern, () => linesOf(terminal)),
    type: (text) => child.write(text),
    answer: (line) => child.write(line + KEYS.enter),
    press: (key) => child.write(KEYS[key]),
    get raw() {
      return raw;
    },
    get cursorIsVisible() {
      return raw.lastIndexOf('\x1b[?25h') >= raw.lastIndexOf('\x1b[?25l');
    },
    finished,
    // Once it has ended, its process id may belong to another process.
    kill: (signal = 'SIGKILL') => runs && child.kill(signal),
  };
}

function linesOf({ buffer }: xterm.Terminal): string {
  const { active } = buffer;
  const lines = Array.from({ length: active.length }, (_, index) => {
    return active.getLine(index)?.translateToString(true) ?? '';
  });
  return lines.join('\n').trimEnd();
}
