import { listed } from '@immersion-tracker/contract';
import type { Prompter } from './prompter.ts';
import type { Screen } from './screen.ts';

/** The key that takes a choice if the person types nothing. */
export const ENTER = 'Enter';

/** A key or `ENTER`, the answer that it gives, and what that means. */
export type Choice<Answer extends string> = readonly [key: string, answer: Answer, meaning: string];

/**
 * Asks a person to choose, again until the answer is one of the choices. Undefined if nobody is at a
 * terminal.
 */
export async function choose<Answer extends string>(
  { prompter, screen }: { readonly prompter: Prompter; readonly screen: Screen },
  question: string,
  choices: readonly Choice<Answer>[],
): Promise<Answer | undefined> {
  if (!prompter.interactive) return undefined;
  const hint = choices.map(([key, , meaning]) => `${key.padEnd(ENTER.length)}  ${meaning}`);
  for (;;) {
    const typed = (await prompter.ask(question, { hint })) ?? '';
    // Japanese input methods type full-width letters.
    const text = typed.normalize('NFKC').trim().toLowerCase();
    const isMeant = ([key, answer]: Choice<Answer>) =>
      text === answer || text === (key === ENTER ? '' : key);
    const chosen = choices.find(isMeant);
    if (chosen !== undefined) return chosen[1];
    const keys = listed(choices.map(([key]) => key)).replace(' and ', ' or ');
    screen.say(screen.paint.warning(`Please answer ${keys}.`));
  }
}
