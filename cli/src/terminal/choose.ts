import { listed } from '@immersion-tracker/contract';
import type { Prompter } from './prompter.ts';
import type { Screen } from './screen.ts';

/** The key that takes a choice if the person types nothing. */
export const ENTER = 'Enter';

/** A key or `ENTER`, the answer that it gives, and what that means. */
export type Choice<Answer extends string> = readonly [key: string, answer: Answer, meaning: string];

/** Reads a person's answers, and shows what they need to choose. */
export interface Asking {
  readonly prompter: Prompter;
  readonly screen: Screen;
}

/**
 * Asks a person to choose, again until the answer is one of the choices. A script is asked only if it may
 * answer. It does so with the whole word, so that a line meant for another question is not taken.
 * Undefined if nobody answers.
 */
export async function choose<Answer extends string>(
  { prompter, screen }: Asking,
  question: string,
  choices: readonly Choice<Answer>[],
  { scriptsMayAnswer = false } = {},
): Promise<Answer | undefined> {
  const isPerson = prompter.interactive;
  if (!isPerson && !scriptsMayAnswer) return undefined;
  const hint = choices.map(([key, answer, meaning]) =>
    isPerson ? `${key.padEnd(ENTER.length)}  ${meaning}` : `${answer} = ${meaning}`,
  );
  const meantBy = (line: string): Answer | undefined => {
    // Japanese input methods type full-width letters.
    const text = line.normalize('NFKC').trim().toLowerCase();
    const isMeant = ([key, answer]: Choice<Answer>) => {
      const keys = key === ENTER ? ['', answer.charAt(0)] : [key];
      return text === answer || (isPerson && keys.includes(text));
    };
    return choices.find(isMeant)?.[1];
  };
  const accepts = (line: string) => meantBy(line) !== undefined;
  for (;;) {
    const line = await prompter.ask(question, { hint, accepts });
    if (line === undefined) return undefined;
    const answer = meantBy(line);
    if (answer !== undefined) return answer;
    const keys = listed(choices.map(([key]) => key)).replace(' and ', ' or ');
    screen.say(screen.paint.warning(`Please answer ${keys}.`));
  }
}
