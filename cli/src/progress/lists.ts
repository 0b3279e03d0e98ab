import {
  counted,
  type GroupFigures,
  type MediaKind,
  mediaKinds,
  type Progress,
  readFigures,
  thousands,
} from '@immersion-tracker/contract';
import { COMMAND } from '../text/command-name.ts';
import { wrap } from '../text/flow.ts';
import type { Paint } from '../text/paint.ts';
import { nameCell, ranking } from './ranking.ts';
import { heading, INDENT, indented } from './section.ts';

const FIRST = 10;

interface ListOptions {
  readonly columns: number;
  /** Whether to show all entries. */
  readonly all: boolean;
}

/** A section for each media kind, such as shows or channels. Sections without entries are empty. */
export function lists(progress: Progress, options: ListOptions, paint: Paint): string[][] {
  const figures = readFigures(progress);
  return mediaKinds.map((kind) => list(kind, figures[kind.id].groups, options, paint));
}

/** A heading with the number of groups, and a line for each, ranked if they have counts. */
function list(
  { nouns, progress: { count } }: MediaKind,
  groups: readonly GroupFigures[],
  { columns, all }: ListOptions,
  paint: Paint,
): string[] {
  if (groups.length === 0) return [];

  const width = columns - INDENT.length;
  const isRanked = count !== null;
  const [one] = nouns.shortGroup;
  // A movie without a name is listed under its file name.
  const prefix = isRanked ? `${one} ` : '';
  const entries = groups.map(({ id, name, watched = 1 }) => {
    const known = id?.trim();
    return { name, placeholder: known ? prefix + known : `Unknown ${one}`, count: watched };
  });
  const lines = isRanked
    ? ranking(entries, width, paint)
    : entries.map((entry) => nameCell(entry, width, paint));
  const notes = isRanked ? [paint.dim(`by ${nouns.shortRecord[1]}`)] : [];
  const shown = all ? lines : lines.slice(0, FIRST);
  const rest = more(lines.length - shown.length, width).map((line) => paint.dim(line));
  return [
    ...heading(counted(groups.length, nouns.group), notes, columns, paint),
    ...[...shown, ...rest].map(indented),
  ];
}

function more(count: number, width: number): string[] {
  if (count === 0) return [];
  return wrap(`and ${thousands(count)} more: ${COMMAND} progress --all`, width);
}
