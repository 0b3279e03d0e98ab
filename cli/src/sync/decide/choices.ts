import type { Prompter } from '../../terminal/prompter.ts';
import type { Screen } from '../../terminal/screen.ts';
import { type CleanUp, KNOWN_ANSWERS } from '../plan/instructions.ts';

/** The words with which a script answers questions about files and lines. */
export const DECISIONS = [...KNOWN_ANSWERS, 'same', 'different', 'record', 'each'] as const;
type Decision = (typeof DECISIONS)[number];

export interface AskContext {
  readonly prompter: Prompter;
  readonly screen: Screen;
}

/** The possible answers, each with the letter that a person types for it, and its meaning. */
export type Choices<Answer extends Decision> = Readonly<Record<Answer, readonly [string, string]>>;

/**
 * Asks a multiple-choice question. A person types a letter, or Enter to decide later, and is asked again
 * after anything else. A script answers with the whole word, so that a line meant for another question is
 * not taken. Undefined if nobody answers.
 */
async function askChoice<Answer extends Decision>(
  { prompter, screen }: AskContext,
  question: string,
  choices: Choices<Answer>,
): Promise<Answer | 'leave' | undefined> {
  const answers = answersOf(choices);
  const hint = [...answers, [LEAVE, ['Enter', 'decide later']] as const].map(
    ([word, [key, meaning]]) =>
      prompter.interactive ? `${key.padEnd(5)}  ${meaning}` : `${word} = ${meaning}`,
  );
  const answerOf = (text: string): Answer | 'leave' | undefined => {
    if (text === LEAVE || (text === '' && prompter.interactive)) return LEAVE;
    const isMeant = ([word, [letter]]: (typeof answers)[number]) =>
      text === word || (prompter.interactive && text === letter);
    return answers.find(isMeant)?.[0];
  };
  const accepts = (line: string) => answerOf(line.trim().toLowerCase()) !== undefined;
  for (;;) {
    const text = await prompter.ask(question, { hint, accepts });
    if (text === undefined) return undefined;
    const answer = answerOf(text.trim().toLowerCase());
    if (answer !== undefined) return answer;
    const letters = answers.map(([, [letter]]) => letter).join(', ');
    screen.say(screen.paint.warning(`Please answer ${letters} or Enter.`));
  }
}

const LEAVE = 'leave';

/** What happens after an answer. Trash is only for files, so "remove" covers the lines of a list too. */
export const THEN: Readonly<Record<CleanUp, string>> = {
  delete: ', then delete',
  trash: ', then remove',
  keep: '',
};

/** A typed `Object.entries`. */
function answersOf<Answer extends Decision>(choices: Choices<Answer>) {
  const words = Object.keys(choices).filter((word): word is Answer => word in choices);
  return words.map((word) => [word, choices[word]] as const);
}

/**
 * Asks one question about several things, unless the learner wants to be asked about each. Resolves with
 * an answer for each thing, in the same order; undefined if nobody answered.
 */
export async function askForAll<Thing, Answer extends Decision>(
  context: AskContext,
  things: readonly Thing[],
  questionOn: (things: readonly Thing[]) => string,
  choices: Choices<Answer>,
): Promise<(Answer | 'leave' | undefined)[]> {
  if (things.length > 1) {
    const orEach = { ...choices, each: ['e', 'ask about each'] as const };
    const answer = await askChoice<Answer | 'each'>(context, questionOn(things), orEach);
    if (answer !== 'each') return things.map(() => answer);
  }
  const answers: (Answer | 'leave' | undefined)[] = [];
  for (const thing of things) answers.push(await askChoice(context, questionOn([thing]), choices));
  return answers;
}
