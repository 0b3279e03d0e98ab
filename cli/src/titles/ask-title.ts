import { askPerson } from './ask-person.ts';
import { askScript } from './ask-script.ts';
import type { Answered, AskContext, TitleQuestion } from './question.ts';
import type { Title } from './title.ts';

/**
 * Asks what a show or movie is on TheTVDB, and calls `use` with the title. `spare` are words that a script
 * may have left over from other questions.
 */
export function askTitle<Result>(
  context: AskContext,
  question: TitleQuestion,
  use: (title: Title) => Promise<Result>,
  spare: readonly string[],
): Promise<Answered<Result>> {
  return context.prompter.interactive
    ? askPerson(context, question, use)
    : askScript(context, question, use, spare);
}
