import { Failure } from '../errors/failure.ts';
import { printable } from '../text/printable.ts';
import { askPerson } from './ask-person.ts';
import { findByText } from './find-only.ts';
import type { AskContext, TitleQuestion } from './question.ts';
import { type Title, titleLine } from './title.ts';

/**
 * Calls `use` with the title that a typed text means, and says what it is. Resolves with it, and with what
 * `use` resolved with. If that is not clear, asks the person at the terminal; without one, fails.
 */
export async function setTitle<Result>(
  context: AskContext,
  question: Pick<TitleQuestion, 'kind' | 'label'>,
  text: string,
  use: (title: Title) => Promise<Result>,
): Promise<{ readonly title: Title; readonly result: Result }> {
  const { tracker, prompter, screen } = context;
  const { kind, label } = question;
  const say = (title: Title) => screen.say(`${printable(label)} is ${titleLine(title)}`);
  const found = await findByText(tracker, kind, text);
  if ('title' in found) {
    const result = await use(found.title);
    say(found.title);
    return { title: found.title, result };
  }
  if (!prompter.interactive || found.results.length === 0) {
    throw new Failure(printable(found.problem));
  }
  const name = { title: text, also: [], year: null };
  const alone = { ...question, name, isAlone: true };
  const answered = await askPerson(context, alone, use, found.results);
  if (answered.kind !== 'done') {
    throw new Failure('problem' in answered ? answered.problem : 'Nothing was changed.');
  }
  say(answered.title);
  return { title: answered.title, result: answered.result };
}
