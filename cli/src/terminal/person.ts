import type { Readable, Writable } from 'node:stream';
import { Stopped } from '../failure.ts';
import type { Asker } from './asker.ts';

/** A person at a terminal. Ctrl-C and Escape at a question stop the program. */
export function askPerson(input: Readable, output: Writable, signal: AbortSignal): Asker {
  return {
    patient: true,
    async ask(message, { secret = false, suggestion } = {}) {
      // Loaded for the first question: most runs ask none.
      const { isCancel, password, text } = await import('@clack/prompts');
      const common = { message, input, output, signal };
      const answer = secret
        ? await password(common)
        : await text({
            ...common,
            ...(suggestion !== undefined && { placeholder: suggestion, defaultValue: suggestion }),
          });
      if (isCancel(answer)) throw new Stopped();
      // The prompts give undefined, against their types, where nothing was typed.
      return answer ?? '';
    },
    close() {},
  };
}
