import { type Asking, type Choice, choose, ENTER } from '../../terminal/choose.ts';
import { type CleanUp, KNOWN_ANSWERS } from '../plan/instructions.ts';

/** The words with which a script answers questions about files and lines. */
export const DECISIONS = [...KNOWN_ANSWERS, 'same', 'different', 'record', 'each'] as const;
type Decision = (typeof DECISIONS)[number];

export type AskContext = Asking;

/** The possible answers, each with the letter that a person types for it, and its meaning. */
export type Choices<Answer extends Decision> = Readonly<Record<Answer, readonly [string, string]>>;

/** Asks a multiple-choice question. A person may press Enter to decide later. */
function askChoice<Answer extends Decision>(
  asking: AskContext,
  question: string,
  choices: Choices<Answer>,
): Promise<Answer | 'leave' | undefined> {
  const words = Object.keys(choices).filter((word): word is Answer => word in choices);
  const keyed = words.map((word): Choice<Answer> => {
    const [key, meaning] = choices[word];
    return [key, word, meaning];
  });
  const later = [ENTER, 'leave', 'decide later'] as const;
  return choose<Answer | 'leave'>(asking, question, [...keyed, later], { scriptsMayAnswer: true });
}

/** What happens after an answer. Trash is only for files, so "remove" covers the lines of a list too. */
export const THEN: Readonly<Record<CleanUp, string>> = {
  delete: ', then delete',
  trash: ', then remove',
  keep: '',
};

/**
 * Asks one question about several things, unless the learner wants to be asked about each. Resolves with
 * an answer for each thing, in the same order; undefined if nobody answered.
 */
export async function askForAll<Thing, Answer extends Decision>(
  asking: AskContext,
  things: readonly Thing[],
  questionOn: (things: readonly Thing[]) => string,
  choices: Choices<Answer>,
): Promise<(Answer | 'leave' | undefined)[]> {
  if (things.length > 1) {
    const orEach = { ...choices, each: ['e', 'ask about each'] as const };
    const answer = await askChoice<Answer | 'each'>(asking, questionOn(things), orEach);
    if (answer !== 'each') return things.map(() => answer);
  }
  const answers: (Answer | 'leave' | undefined)[] = [];
  for (const thing of things) answers.push(await askChoice(asking, questionOn([thing]), choices));
  return answers;
}
