import type { Asker } from '../../terminal/asker.ts';
import type { Screen } from '../../terminal/screen.ts';

export interface Deps {
  readonly asker: Asker;
  readonly screen: Screen;
}

/** Answers by the letter that gives them. Enter alone leaves things as they are. */
export type Choices<Answer extends string> = Readonly<Record<string, readonly [Answer, string]>>;

/**
 * Asks for one of several answers, by its letter or its word. A person is asked again if the answer
 * is none of them; a script's is taken for `leave`. Undefined once nobody answers any more.
 */
async function askChoice<Answer extends string>(
  { asker, screen }: Deps,
  question: string,
  choices: Choices<Answer>,
): Promise<Answer | 'leave' | undefined> {
  const meanings = Object.entries(choices).map(([letter, [, meaning]]) => `${letter} ${meaning}`);
  const hint = [...meanings, 'Enter leaves it for now'].join(', ');
  for (;;) {
    const text = (await asker.ask(question, { hint }))?.trim().toLowerCase();
    if (text === undefined) return undefined;
    if (text === '' || text === 'leave') return 'leave';
    const [answer] = choices[text] ?? Object.values(choices).find(([word]) => word === text) ?? [];
    if (answer !== undefined) return answer;
    if (!asker.patient) return 'leave';
    const letters = Object.keys(choices).join(', ');
    screen.say(screen.paint.warning(`Please answer ${letters} or Enter.`));
  }
}

/**
 * Asks once about several things, unless the learner wishes to be asked about each. The answers are
 * in the order of the things; undefined for those that nobody answered.
 */
export async function askForAll<Thing, Answer extends string>(
  deps: Deps,
  things: readonly Thing[],
  questionOn: (things: readonly Thing[]) => string,
  choices: Choices<Answer>,
): Promise<(Answer | 'leave' | undefined)[]> {
  if (things.length > 1) {
    const orEach = { ...choices, e: ['each', 'asks about each'] as const };
    const answer = await askChoice<Answer | 'each'>(deps, questionOn(things), orEach);
    if (answer !== 'each') return things.map(() => answer);
  }
  const answers: (Answer | 'leave' | undefined)[] = [];
  for (const thing of things) answers.push(await askChoice(deps, questionOn([thing]), choices));
  return answers;
}
