import { plainPaint } from '../../text/paint.ts';
import type { AskOptions, Prompter } from '../prompter.ts';
import { noScreen, type Screen } from '../screen.ts';

export interface Asked {
  readonly prompter: Prompter;
  readonly screen: Screen;
  /** What was asked so far. */
  readonly questions: string[];
  /** How each question could be answered. */
  readonly options: AskOptions[];
  /** What was shown besides questions. */
  readonly said: string[];
}

/** A person at a terminal who gives these answers in turn, and takes the suggestion by pressing Enter. */
export const person = (...answers: readonly string[]): Asked => prompterOf(true, answers);

/** A script whose lines these are. */
export const script = (...lines: readonly string[]): Asked => prompterOf(false, lines);

function prompterOf(interactive: boolean, given: readonly string[]): Asked {
  const left = [...given];
  const questions: string[] = [];
  const options: AskOptions[] = [];
  const said: string[] = [];
  return {
    ...{ questions, options, said },
    screen: { ...noScreen(plainPaint), say: (text = '') => void said.push(text) },
    prompter: {
      interactive,
      async ask(question, how = {}) {
        const [next] = left;
        if (next === undefined) return undefined;
        questions.push(question);
        options.push(how);
        const { accepts = () => true, suggestion = '' } = how;
        if (!interactive && !accepts(next)) return undefined;
        left.shift();
        return next === '' ? suggestion : next;
      },
      close() {},
    },
  };
}
