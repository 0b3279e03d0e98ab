import type { Readable, Writable } from 'node:stream';
import { Stopped } from '../errors/failure.ts';
import { wrap } from '../text/flow.ts';
import { paintFor } from '../text/paint.ts';
import type { Prompter } from './prompter.ts';

/** Of the line that is drawn left of questions and answers, with its blanks. */
const GUIDE_WIDTH = 3;

/** A person at a terminal. Ctrl-C, Ctrl-D and Escape at a question stop the program. */
export function askPerson(
  input: Readable,
  output: Writable,
  columns: number,
  signal: AbortSignal,
): Prompter {
  return {
    interactive: true,
    async ask(question, { hint, secret = false, suggestion } = {}) {
      // Loaded for the first question: most runs ask none.
      const { isCancel, password, S_BAR, text } = await import('@clack/prompts');
      const { dim } = paintFor(output);
      const lines = wrap(question, columns - GUIDE_WIDTH);
      for (const line of [hint ?? []].flat()) {
        lines.push(...wrap(line, columns - GUIDE_WIDTH).map((part) => dim(part)));
      }
      const shown = { message: lines.join(`\n${dim(S_BAR)}  `), input, output };
      // The prompts know the others. Without this, Ctrl-D would end the input and leave them waiting.
      const ended = new AbortController();
      const onKey = (_text: unknown, key?: { ctrl?: boolean; name?: string }) => {
        if (key?.ctrl === true && key.name === 'd') ended.abort();
      };
      input.on('keypress', onKey);
      const common = { ...shown, signal: AbortSignal.any([signal, ended.signal]) };
      const answer = secret
        ? await password(common)
        : await text({
            ...common,
            ...(suggestion !== undefined && { placeholder: suggestion, defaultValue: suggestion }),
          });
      input.off('keypress', onKey);
      if (isCancel(answer)) throw new Stopped();
      // The prompts give undefined, against their types, if nothing was typed.
      return answer ?? '';
    },
    close() {},
  };
}
