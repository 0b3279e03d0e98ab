import { isEmpty, type Progress } from '@immersion-tracker/contract';
import { beside } from '../text/beside.ts';
import { wrap } from '../text/flow.ts';
import type { Paint } from '../text/paint.ts';
import { curve } from './charts/curve.ts';
import { target } from './goal/target.ts';
import { guesses } from './guesses.ts';
import { heatmap } from './heatmap/heatmap.ts';
import type { History } from './history.ts';
import { lists } from './lists.ts';
import { streak } from './streak.ts';
import { today } from './today.ts';
import { totals } from './totals.ts';
import { week } from './week.ts';
import { welcome } from './welcome.ts';

const LEAST_COLUMNS = 20;
/** A column of text is at most this wide. */
const MOST_COLUMNS = 80;
const GAP = '    ';
/** From this width on, there are two columns. Each has room for half a year. */
const TWO_COLUMNS = 120;

const NO_HISTORY = 'This tracker is too old to know streaks, goals and single days.';

/** What the tracker says about a learner. */
export interface Answers {
  readonly progress: Progress;
  /** Undefined if the tracker is of an earlier version, which has none. */
  readonly history: History | undefined;
}

interface ScreenOptions {
  /** The width of the terminal. */
  readonly width: number;
  /** Whether lists show all entries. */
  readonly all: boolean;
  /** Whether the tracker has a key for TheTVDB. */
  readonly hasTvdbKey: boolean;
}

/**
 * The learner's whole progress, as lines without a final newline: how far they have come, and what they
 * watched. On a wide terminal, the second is beside the first. Names are always on the right, so that a
 * terminal that draws one too wide does not shift anything else.
 */
export function progressScreen(answers: Answers, options: ScreenOptions, paint: Paint): string {
  const { progress, history } = answers;
  const isWide = options.width >= TWO_COLUMNS;
  const available = isWide ? Math.floor((options.width - GAP.length) / 2) : options.width;
  const columns = Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, available));
  if (isEmpty(progress)) return welcome(columns, paint).join('\n');

  const left = [
    ...summary(answers, columns, paint),
    ...(history === undefined
      ? [wrap(NO_HISTORY, columns).map(paint.dim)]
      : [target(history, columns, paint), heatmap(history, columns, paint)]),
    curve(progress, history, columns, paint),
  ];
  const right = [
    ...lists(progress, { columns, all: options.all }, paint),
    history === undefined ? [] : guesses(progress, history, options, columns, paint),
  ];
  return isWide
    ? beside(joined(left), joined(right), columns, GAP).join('\n')
    : joined([...left, ...right]).join('\n');
}

/** The first sections of {@link progressScreen}: totals, streak, today and the last seven days. */
export function progressSummary(
  answers: Answers,
  options: { readonly columns: number },
  paint: Paint,
): string {
  const columns = Math.max(LEAST_COLUMNS, options.columns);
  const sections = isEmpty(answers.progress)
    ? [welcome(columns, paint)]
    : summary(answers, columns, paint);
  return joined(sections).join('\n');
}

const summary = ({ progress, history }: Answers, columns: number, paint: Paint): string[][] => [
  totals(progress, history, columns, paint),
  history === undefined ? [] : streak(history, columns, paint),
  today(progress, history?.goal?.daily_goal_minutes ?? null, columns, paint),
  week(progress, history, columns, paint),
];

/** The lines of all sections that have any, with a blank line between two. */
const joined = (sections: readonly string[][]): string[] =>
  sections
    .filter((section) => section.length > 0)
    .flatMap((section, index) => (index === 0 ? section : ['', ...section]));
