import type { Readable, Writable } from 'node:stream';
import { Stopped } from '../errors/failure.ts';
import { wrap } from '../text/flow.ts';
import { paintFor } from '../text/paint.ts';
import type { Prompter } from './prompter.ts';

/** The columns of the line to the left of questions and answers, with its spaces. */
const GUIDE_WIDTH = 3;

/** Asks a person at a terminal. Ctrl-C, Ctrl-D and Escape stop the program. */
export function askPerson(
  input: Readable,
  output: Writable,
  columns: number,
  signal: AbortSignal,
): Prompter {
  return {
    interactive: true,
    async ask(question, { choices = [], hint, secret = false, suggestion } = {}) {
      // Loaded for the first question, since most runs ask nothing.
      const { isCancel, password, S_BAR, text } = await import('@clack/prompts');
      const { accent, dim } = paintFor(output);
      const lines = [wrap(question, columns - GUIDE_WIDTH)];
      for (const [index, choice] of choices.entries()) {
        const number = `${index + 1}`.padStart(`${choices.length}`.length);
        const indent = ' '.repeat(number.length + 2);
        const [first = '', ...rest] = wrap(choice, columns - GUIDE_WIDTH - indent.length);
        lines.push([`${accent(number)}  ${first}`, ...rest.map((part) => indent + part)]);
      }
      for (const line of [hint ?? []].flat()) {
        lines.push(wrap(line, columns - GUIDE_WIDTH).map((part) => dim(part)));
      }
      const shown = { message: lines.flat().join(`\n${dim(S_BAR)}  `), input, output };
      // The prompts handle the other keys. Without this, Ctrl-D would end the input and leave them waiting.
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
      // Contrary to their types, the prompts resolve with undefined if nothing was typed.
      return answer ?? '';
    },
    close() {},
  };
}
