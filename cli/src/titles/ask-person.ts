import { readTvdbAnswer } from '../links/read-tvdb-answer.ts';
import { printable } from '../text/printable.ts';
import { visible } from '../text/visible.ts';
import type { Tracker } from '../tracker/tracker.ts';
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
import { searchByAnswer, searchById, searchByName } from './search-titles.ts';
import { NOUNS, type Title, titleLine } from './title.ts';

/** The titles to choose from. */
interface Choices {
  readonly kind: 'choices';
  readonly titles: readonly Title[];
  /** Whether Enter takes the first one. Not after a problem: then the person meant something else. */
  readonly enterTakes: boolean;
}

const choicesOf = (titles: readonly Title[]): Choices => {
  return { kind: 'choices', titles, enterTakes: titles.length > 0 };
};

/**
 * Asks a person what a show or movie is on TheTVDB, and calls `use` with the title. The person chooses from
 * a list or searches again, and is asked again after anything that does not work. Enter takes the first
 * title of a new list, and otherwise skips the question. `titles` is the first list, if it was searched already.
 */
export async function askPerson<Result>(
  context: AskContext,
  question: TitleQuestion,
  use: (title: Title) => Promise<Result>,
  titles?: readonly Title[],
): Promise<Answered<Result>> {
  const first = choicesOf(titles ?? []);
  const search = () => firstList(context.tracker, question);
  let turn: Choices | Answered<Result> =
    titles === undefined
      ? await searchAgain(context, first, search, nothingFor(question, question.name.title))
      : first;
  while (turn.kind === 'choices') turn = await ask(context, question, use, turn);
  return turn;
}

/** Asks once. Resolves with the choices for the next time if the question is not settled. */
async function ask<Result>(
  context: AskContext,
  question: TitleQuestion,
  use: (title: Title) => Promise<Result>,
  choices: Choices,
): Promise<Choices | Answered<Result>> {
  const { kind } = question;
  const { titles, enterTakes } = choices;
  const answer = await context.prompter.ask(questionOn(question), {
    choices: titles.map(titleLine),
    hint: hintFor(question, choices),
    suggestion: enterTakes ? '1' : undefined,
  });
  const typed = visible(answer ?? NO_MORE);
  const key = keyOf(typed);
  if (key === NO_MORE) return { kind: 'stop asking' };
  if (key === SKIP || (typed === '' && !enterTakes)) return { kind: 'skipped' };
  const title = titles[typed === '' || key === TAKE ? 0 : indexIn(key)];
  if (title !== undefined) return choose(context, use, choices, title);

  const read = readTvdbAnswer(typed, kind);
  if ('problem' in read) return warn(context, choices, read.problem);
  const search = () => searchByAnswer(context.tracker, kind, read);
  return searchAgain(context, choices, search, nothingFor(question, typed));
}

const nothingFor = ({ kind }: TitleQuestion, text: string) =>
  `TheTVDB has no ${NOUNS[kind]} for "${text}".`;

/** Ids are larger than the numbers of a list. */
const indexIn = (key: string) => (/^\d+$/.test(key) ? Number(key) - 1 : -1);

async function choose<Result>(
  context: AskContext,
  use: (title: Title) => Promise<Result>,
  choices: Choices,
  title: Title,
): Promise<Choices | Answered<Result>> {
  const used = await attempt(() => use(title));
  if ('value' in used) return { kind: 'done', result: used.value, title };
  if (used.kind === 'stop asking') return used;
  return warn(context, choicesOf(choices.titles.filter((one) => one !== title)), used.problem);
}

/** Keeps the choices if `nothing` is found, or if the search fails. */
async function searchAgain(
  context: AskContext,
  choices: Choices,
  search: () => Promise<readonly Title[]>,
  nothing: string,
): Promise<Choices | Answered<never>> {
  const searched = await attempt(search);
  if (!('value' in searched)) {
    return searched.kind === 'stop asking' ? searched : warn(context, choices, searched.problem);
  }
  if (searched.value.length === 0) return warn(context, choices, nothing);
  return choicesOf(searched.value);
}

function warn({ screen }: AskContext, choices: Choices, problem: string): Choices {
  screen.say(screen.paint.warning(printable(problem)));
  return { ...choices, enterTakes: false };
}

/** What a folder or file is named after: the title with the id in its name, or else what a search finds. */
async function firstList(
  tracker: Tracker,
  { kind, name, suggested }: TitleQuestion,
): Promise<readonly Title[]> {
  const title = suggested === undefined ? undefined : await searchById(tracker, kind, suggested);
  return title === undefined ? searchByName(tracker, kind, name) : [title];
}

function hintFor(
  { kind, isAlone = false }: TitleQuestion,
  { titles, enterTakes }: Choices,
): string[] {
  const other = 'type a title, an id or a link';
  const numbers = titles.length > 1 ? 'Enter takes 1, a number takes another' : 'Enter takes it';
  const take = enterTakes
    ? `${numbers}; or `
    : titles.length > 0
      ? 'a number takes a title; or '
      : '';
  const noMore = isAlone ? '' : `, ${skipsAll(kind)}`;
  return [`${take}${other}`, `${enterTakes ? SKIP : 'Enter'} skips it${noMore}`];
}
