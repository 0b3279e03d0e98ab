import type { TvdbKind } from '@immersion-tracker/contract';
import type { SearchName } from '../media/names/titles/search-name.ts';
import type { Prompter } from '../terminal/prompter.ts';
import type { Screen } from '../terminal/screen.ts';
import { printable } from '../text/printable.ts';
import { isOfProvider, isRefusal } from '../tracker/refusal.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { NOUNS, type Title } from './title.ts';

export interface AskContext {
  readonly tracker: Tracker;
  readonly prompter: Prompter;
  readonly screen: Screen;
}

/** What is asked about one show or movie. */
export interface TitleQuestion {
  readonly kind: TvdbKind;
  /** The name of its folder or file, as the learner knows it. */
  readonly label: string;
  /** What to search. */
  readonly name: SearchName;
  /** The TheTVDB id in the name of the folder or file, if there is one. */
  readonly suggested?: number | undefined;
  /** Whether no other question follows. */
  readonly isAlone?: boolean;
}

/** The result of a question. */
export type Answered<Result> =
  | { readonly kind: 'done'; readonly result: Result; readonly title: Title }
  /** The learner skipped this one. */
  | { readonly kind: 'skipped' }
  /** The answer did not work; `problem` says why. */
  | { readonly kind: 'failed'; readonly problem: string }
  /** Nobody answers, the learner wants no more questions, or (`problem`) no answer can work. */
  | { readonly kind: 'stop asking'; readonly problem?: string };

/** Takes the first title, or what the name of the folder or file says. */
export const TAKE = 'y';
export const SKIP = 's';
/** Skips this question and all further ones of its kind. */
export const NO_MORE = '-';

export function questionOn({ kind, label }: TitleQuestion): string {
  return `What is the ${NOUNS[kind]} ${printable(label)} on TheTVDB?`;
}

export const skipsAll = (kind: TvdbKind) => `${NO_MORE} skips all ${NOUNS[kind]}s that follow`;

/** The answer as a key: input methods for Chinese and Japanese type full-width letters. */
export const keyOf = (typed: string): string => typed.normalize('NFKC').toLowerCase();

/** Runs requests about one answer. A refusal is a problem with the answer, or with all answers. */
export async function attempt<T>(
  act: () => Promise<T>,
): Promise<
  { readonly value: T } | { readonly kind: 'failed' | 'stop asking'; readonly problem: string }
> {
  try {
    return { value: await act() };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: isOfProvider(error) ? 'stop asking' : 'failed', problem: error.message };
  }
}
