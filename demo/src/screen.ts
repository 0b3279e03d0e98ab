import { styleText } from 'node:util';

/** Prints what the demo itself says, between the output of its programs. */
export type Screen = ReturnType<typeof screenOn>;

/** Without colours if the stream is not a terminal or NO_COLOR is set. */
export function screenOn(stream: NodeJS.WritableStream) {
  let steps = 0;
  const say = (text: string) => void stream.write(`${text}\n`);
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    styleText(style, text, { stream });
  return {
    say,
    /** A numbered heading for what happens next. */
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
