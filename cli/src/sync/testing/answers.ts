import type { Prompter } from '../../terminal/prompter.ts';
import { noScreen } from '../../terminal/screen.ts';
import { plainPaint } from '../../text/paint.ts';

/** A prompter that gives these answers in turn, and the questions that it was asked. */
export function answers(...given: readonly string[]) {
  const left = [...given];
  const questions: string[] = [];
  const prompter: Prompter = {
    interactive: false,
    async ask(question, { accepts = () => true } = {}) {
      const [next] = left;
      if (next === undefined) return undefined;
      questions.push(question);
      return accepts(next) ? left.shift() : undefined;
    },
    close() {},
  };
  return { prompter, screen: noScreen(plainPaint), questions };
}
