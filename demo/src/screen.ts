import { styleText } from 'node:util';

/** What the demo itself shows, between what its programs show. */
export type Screen = ReturnType<typeof screenOn>;

/** Plain if the stream is not a terminal, or NO_COLOR asks for it. */
export function screenOn(stream: NodeJS.WritableStream) {
  let steps = 0;
  const say = (text: string) => void stream.write(`${text}\n`);
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    styleText(style, text, { stream });
  return {
    say,
    /** What is going to happen now, in a line. */
    step(text: string) {
      steps += 1;
      say(`\n${paint(['bold', 'inverse'], ` ${steps} `)} ${paint('bold', text)}\n`);
    },
    /** A command, as a person would type it. */
    command: (text: string) => say(`${paint('green', '$')} ${text}`),
    /** What the learner types. */
    answer: (text: string) => say(`${paint('green', '>')} ${text || paint('dim', 'Enter')}`),
  };
}
