import type { Asker } from '../../terminal/asker.ts';
import { noScreen } from '../../terminal/screen.ts';
import { plainPaint } from '../../text/paint.ts';

/** Somebody who gives these answers, one after another, and then none; and what was asked. */
export function answers(...given: readonly string[]) {
  const left = [...given];
  const questions: string[] = [];
  const asker: Asker = {
    patient: false,
    async ask(question) {
      if (left.length > 0) questions.push(question);
      return left.shift();
    },
    close() {},
  };
  return { asker, screen: noScreen(plainPaint), questions };
}
