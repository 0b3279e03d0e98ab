import { COMMAND } from '../text/command-name.ts';
import { counted, thousands } from '../text/counted.ts';
import { wrap } from '../text/flow.ts';
import type { Paint } from '../text/paint.ts';
import { heading, INDENT, indented } from './section.ts';

const FIRST = 10;

/** How lists are shown: on how many columns, and whether with all of their entries. */
export interface ListOptions {
  readonly columns: number;
  readonly all: boolean;
}

/** Entries, a line each, under a heading that counts them. Nothing where there are none. */
export function list(
  { noun, order }: { readonly noun: string; readonly order?: string },
  entries: readonly string[],
  { columns, all }: ListOptions,
  paint: Paint,
): string[] {
  if (entries.length === 0) return [];

  const notes = order === undefined ? [] : [paint.dim(order)];
  const shown = all ? entries : entries.slice(0, FIRST);
  const rest = more(entries.length - shown.length, columns - INDENT.length);
  return [
    ...heading(counted(entries.length, noun), notes, columns, paint),
    ...[...shown, ...rest.map((line) => paint.dim(line))].map(indented),
  ];
}

function more(count: number, width: number): string[] {
  if (count === 0) return [];
  return wrap(`and ${thousands(count)} more: ${COMMAND} progress --all`, width);
}
