import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Prompter } from './prompter.ts';

/** Reads an answer from each line of `input`, as scripts pipe them. Questions go to `output`. */
export function askLines(input: Readable, output: Writable, signal: AbortSignal): Prompter {
  let lines: AsyncIterator<string> | undefined;
  let next: Promise<IteratorResult<string>> | undefined;
  let close = () => {};

  function start(): AsyncIterator<string> {
    const reader = createInterface({ input, signal });
    close = () => reader.close();
    return reader[Symbol.asyncIterator]();
  }
  return {
    interactive: false,
    async ask(question, { hint, suggestion, accepts = () => true } = {}) {
      lines ??= start();
      const hints = [hint ?? []].flat();
      output.write(`${question}${hints.length > 0 ? ` (${hints.join('; ')})` : ''}\n`);
      next ??= lines.next();
      const { value, done } = await next;
      signal.throwIfAborted();
      if (done === true || !accepts(value)) return undefined;
      next = undefined;
      return value === '' ? (suggestion ?? '') : value;
    },
    close: () => close(),
  };
}
