import type { Writable } from 'node:stream';
import { thousands } from '@immersion-tracker/contract';
import { SingleBar } from 'cli-progress';

/** Shows the progress of long work. */
export interface ProgressDisplay {
  begin(title: string, total: number): void;
  /** Adds to the number of finished items. */
  advance(items: number): void;
  /** Can be called even if the work ended early or never began. */
  end(): void;
}

/** Shows a bar in a terminal, and clears it at the end. */
export function createBars(output: Writable): ProgressDisplay {
  let bar: SingleBar | undefined;
  return {
    begin(title, total) {
      bar = new SingleBar({
        format: `${title}  {bar}  {percentage}%  {value}/{total} items`,
        stream: output,
        barsize: 30,
        formatValue: (value, _, type) => (type === 'percentage' ? `${value}` : thousands(value)),
        barCompleteChar: '█',
        barIncompleteChar: '░',
        clearOnComplete: true,
        hideCursor: true,
        // The program handles interruptions itself, and then ends the bar.
        gracefulExit: false,
      });
      bar.start(total, 0);
    },
    advance: (items) => bar?.increment(items),
    end: () => bar?.stop(),
  };
}

/** Prints a line for every tenth of the work, for output that is not a terminal. */
export function createLines(output: Writable): ProgressDisplay {
  let [title, total, done, lines] = ['', 0, 0, 0];
  return {
    begin(newTitle, newTotal) {
      [title, total, done, lines] = [newTitle, newTotal, 0, 0];
    },
    advance(items) {
      done += items;
      const tenths = Math.floor((done * 10) / total);
      if (tenths === lines) return;
      lines = tenths;
      output.write(`${title}: ${thousands(done)} of ${thousands(total)} items\n`);
    },
    end() {},
  };
}
