import { Failure } from '../errors/failure.ts';
import { type Asking, choose, ENTER } from './choose.ts';

/** Asks once before something is changed. A script has to say `--yes` instead. */
export async function confirm(
  asking: Asking,
  question: string,
  { yes = false }: { readonly yes?: boolean },
): Promise<boolean> {
  if (yes) return true;
  if (!asking.prompter.interactive) {
    throw new Failure('Nothing was changed. Without a terminal to ask in, add --yes.');
  }
  const answer = await choose(asking, question, [
    ['y', 'yes', 'yes'],
    [ENTER, 'no', 'no'],
  ]);
  return answer === 'yes';
}
