import { readTvdbId } from '../../links/read-tvdb-id.ts';
import type { Prompter } from '../../terminal/prompter.ts';
import type { Screen } from '../../terminal/screen.ts';
import { printable } from '../../text/printable.ts';
import { visible } from '../../text/visible.ts';
import { isRefusal } from '../../tracker/refusal.ts';
import { DECISIONS } from '../decide/choices.ts';
import { isOfProvider } from './send-in-parts.ts';

/** The result of a question. */
export type Answered<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  /** The learner skipped this one. */
  | { readonly kind: 'skipped' }
  /** The answer did not work; `problem` says why. */
  | { readonly kind: 'failed'; readonly problem: string }
  /** Nobody answers, the learner wants no more questions, or (`problem`) no answer can work. */
  | { readonly kind: 'stop asking'; readonly problem?: string };

/** Accepts the suggestion. */
const TAKE = 'y';
const SKIP = 's';
/** Skips this question and all further ones of its kind. */
const NO_MORE = '-';

/**
 * Asks for the TheTVDB id of a show or a movie, and calls `use` with it. A person is asked again if the
 * answer does not work; a script has one line for each question. `name` must be printable. The `suggested`
 * id is offered once. Enter accepts it only from a person: a blank line of a script skips the question,
 * since nobody has seen which id it would accept.
 */
export async function askTvdbId<Result>(
  { prompter, screen }: { readonly prompter: Prompter; readonly screen: Screen },
  kind: 'series' | 'movie',
  name: string,
  use: (id: number) => Promise<Result>,
  suggested?: number,
): Promise<Answered<Result>> {
  const noun = kind === 'series' ? 'show' : 'movie';
  const question = `TheTVDB id or link for the ${noun} ${name}`;
  let offer = suggested?.toString();
  for (;;) {
    const suggestion = prompter.interactive ? offer : undefined;
    const hint = `${keys(offer, prompter.interactive)}, ${NO_MORE} skips all ${noun}s that follow`;
    const typed = visible((await prompter.ask(question, { hint, suggestion })) ?? NO_MORE);
    const key = typed.normalize('NFKC').toLowerCase();
    // A script cannot know whether something is already recorded, so an answer about that may be left over.
    if (!prompter.interactive && DECISIONS.some((word) => word === key)) continue;
    if (key === NO_MORE) return { kind: 'stop asking' };
    const text = typed === '' ? suggestion : key === TAKE ? (offer ?? typed) : typed;
    if (text === undefined || key === SKIP) return { kind: 'skipped' };
    const tried = await tryAnswer(text, kind, use);
    if (tried.kind !== 'failed' || !prompter.interactive) return tried;
    screen.say(screen.paint.warning(printable(tried.problem)));
    // Enter must not repeat an answer that has just failed.
    if (text === offer) offer = undefined;
  }
}

function keys(offer: string | undefined, interactive: boolean): string {
  if (offer === undefined) return 'Enter skips it';
  return interactive
    ? `Enter takes ${offer}, ${SKIP} skips it`
    : `${TAKE} takes ${offer}, Enter skips it`;
}

async function tryAnswer<Result>(
  text: string,
  kind: 'series' | 'movie',
  use: (id: number) => Promise<Result>,
): Promise<Answered<Result>> {
  const read = readTvdbId(text, kind);
  if ('problem' in read) return { kind: 'failed', problem: read.problem };
  try {
    return { kind: 'done', result: await use(read.id) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: isOfProvider(error) ? 'stop asking' : 'failed', problem: error.message };
  }
}
