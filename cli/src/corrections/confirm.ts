import { Failure } from '../errors/failure.ts';
import type { Prompter } from '../terminal/prompter.ts';

/** Asks once before something is changed. A script has to say `--yes` instead. */
export async function confirm(
  prompter: Prompter,
  question: string,
  { yes = false }: { readonly yes?: boolean },
): Promise<boolean> {
  if (yes) return true;
  if (!prompter.interactive) {
    throw new Failure('Nothing was changed. Without a terminal to ask in, add --yes.');
  }
  const answer = await prompter.ask(question, { hint: 'y: yes; Enter: no' });
  return /^y(es)?$/i.test(answer?.trim() ?? '');
}
