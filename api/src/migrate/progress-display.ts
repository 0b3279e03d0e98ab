import type { Writable } from 'node:stream';
import { thousands } from '@immersion-tracker/contract';
import { SingleBar } from 'cli-progress';

/** Shows how far a long work is. */
export interface ProgressDisplay {
  begin(title: string, total: number): void;
  /** By so many items. */
  advance(items: number): void;
  /** Also if the work ended early, or nothing began. */
  end(): void;
}

/** Bars in a terminal, each cleared at its end. */
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
        // Interruptions are the program's own business, which ends the bar.
        gracefulExit: false,
      });
      bar.start(total, 0);
    },
    advance: (items) => bar?.increment(items),
    end: () => bar?.stop(),
  };
}

/** Without a terminal: a line for each tenth. */
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
