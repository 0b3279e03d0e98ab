import type { Writable } from 'node:stream';
import { styleText } from 'node:util';

/** What the demo itself shows, between what its programs show. */
export interface Screen {
  say(text?: string): void;
  /** What is going to happen now, in a line. */
  step(text: string): void;
  /** A command, as a person would type it. */
  command(text: string): void;
  /** What the learner types. */
  answer(text: string): void;
}

/** A screen on a stream; plain where that is no terminal, or NO_COLOR asks for it. */
export function screenOn(stream: Writable): Screen {
  let steps = 0;
  const say = (text = '') => void stream.write(`${text}\n`);
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    styleText(style, text, { stream });
  return {
    say,
    step(text) {
      steps += 1;
      say(`\n${paint(['bold', 'inverse'], ` ${steps} `)} ${paint('bold', text)}\n`);
    },
    command: (text) => say(`${paint('green', '$')} ${text}`),
    answer: (text) => say(`${paint('green', '>')} ${text === '' ? paint('dim', 'Enter') : text}`),
  };
}
