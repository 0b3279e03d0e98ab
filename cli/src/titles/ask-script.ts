import { printable } from '../text/printable.ts';
import { visible } from '../text/visible.ts';
import { findByName, findByText } from './find-only.ts';
import {
  type Answered,
  type AskContext,
  attempt,
  keyOf,
  NO_MORE,
  questionOn,
  SKIP,
  skipsAll,
  TAKE,
  type TitleQuestion,
} from './question.ts';
import type { Title } from './title.ts';

/**
 * Reads from a script what a show or movie is on TheTVDB, and calls `use` with the title. A script has one
 * line for each question, apart from lines that are `spare`. A blank line skips the question: nobody has seen
 * what it would take. Words count only if they mean exactly one title.
 */
export async function askScript<Result>(
  { tracker, prompter }: AskContext,
  question: TitleQuestion,
  use: (title: Title) => Promise<Result>,
  spare: readonly string[],
): Promise<Answered<Result>> {
  const { kind, name, suggested } = question;
  const taken = suggested === undefined ? `"${name.title}"` : `tvdb-${suggested}`;
  const hint = [
    'a title, an id or a link',
    `${TAKE} takes ${printable(taken)}, Enter skips it, ${skipsAll(kind)}`,
  ];
  for (;;) {
    const typed = visible((await prompter.ask(questionOn(question), { hint })) ?? NO_MORE);
    const key = keyOf(typed);
    if (spare.includes(key)) continue;
    if (key === NO_MORE) return { kind: 'stop asking' };
    if (key === '' || key === SKIP) return { kind: 'skipped' };
    const tried = await attempt(async () => {
      const found =
        key === TAKE ? await findByName(tracker, question) : await findByText(tracker, kind, typed);
      return 'title' in found ? { title: found.title, result: await use(found.title) } : found;
    });
    if (!('value' in tried)) return tried;
    const { value } = tried;
    if ('title' in value) return { kind: 'done', ...value };
    return { kind: 'failed', problem: value.problem };
  }
}
