import type { TvdbKind } from '@immersion-tracker/contract';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';

const GROUPS: Readonly<Record<TvdbKind, readonly [command: string, what: string]>> = {
  series: ['shows', '<folder>'],
  movie: ['movies', '<file>'],
};

/** How to correct what these folders or files are on TheTVDB. */
export function howToCorrect(kind: TvdbKind, labels: readonly string[]): string {
  const [command, what] = GROUPS[kind];
  const [label, ...others] = labels;
  const isOnly = label !== undefined && others.length === 0;
  const which = isOnly && isQuotable(label) ? `"${label}"` : what;
  return `If ${isOnly ? 'that' : 'one of them'} is wrong: ${COMMAND} ${command} set ${which} <title>`;
}

/** Whether every shell reads the text in double quotes as it stands. */
const isQuotable = (text: string) => printable(text) === text && !/["$`\\!%]/.test(text);
