import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Asker } from './asker.ts';

/** Answers line by line from `input`, as a script pipes them. Questions are shown on `output`. */
export function askLines(input: Readable, output: Writable, signal: AbortSignal): Asker {
  let lines: AsyncIterator<string> | undefined;
  let close = () => {};

  function start(): AsyncIterator<string> {
    const reader = createInterface({ input, signal });
    close = () => reader.close();
    return reader[Symbol.asyncIterator]();
  }
  return {
    patient: false,
    async ask(question, { hint, suggestion } = {}) {
      lines ??= start();
      output.write(`${question}${hint === undefined ? '' : ` (${hint})`}\n`);
      const { value, done } = await lines.next();
      signal.throwIfAborted();
      if (done === true) return undefined;
      return value === '' ? (suggestion ?? '') : value;
    },
    close: () => close(),
  };
}
