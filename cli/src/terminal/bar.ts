import type { Writable } from 'node:stream';
import { thousands } from '@immersion-tracker/contract';
import { SingleBar } from 'cli-progress';
import type { Paint } from '../text/paint.ts';
import type { Bar } from './screen.ts';

/** A progress bar on a terminal. It disappears at its end. */
export function openBar(output: Writable, paint: Paint, title: string, total: number): Bar {
  const format = `${title}  ${paint.accent('{bar}')}  {percentage}%  {value}/{total}`;
  const bar = new SingleBar({
    format,
    stream: output,
    barsize: 30,
    formatValue: (value, _options, type) => (type === 'percentage' ? `${value}` : thousands(value)),
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    hideCursor: true,
    // The program handles signals itself, and ends the bar.
    gracefulExit: false,
  });
  bar.start(total, 0);
  return { advance: (by) => bar.increment(by), end: () => bar.stop() };
}
