import { dirname } from 'node:path';
import { isThere } from '../../disk/files.ts';
import { NOT_REGULAR, readRegularFile } from '../../disk/regular-file.ts';
import { countLines, moreNeeded } from '../../disk/watched-list/recount-lines.ts';
import { hasUtf16Mark, IN_UTF_16 } from '../../disk/watched-list/watched-list.ts';
import { Failure } from '../../errors/failure.ts';
import { systemErrorCode } from '../../errors/system-error-code.ts';
import type { ChangeOf, Receipt } from '../../receipts/receipt.ts';
import { textOf } from './line-records.ts';

/**
 * Puts back lines that a list no longer has, or takes out again those that were put back. Names
 * lines that stay out, though the list may have had them twice: for this change, and for one of the
 * `later` ones whose undo has already put them back.
 */
export async function reverseList(
  change: ChangeOf<'list edited'>,
  later: readonly Receipt[] = [],
): Promise<{
  readonly reversals: readonly ChangeOf<'list edited'>[];
  readonly cannot: readonly string[];
  readonly missingLines?: readonly string[];
}> {
  const { path } = change;
  const content = await contentOf(path);
  if (typeof content === 'string') {
    const lines = change.lines.map(({ line }) => textOf(line));
    return {
      reversals: [],
      cannot: [`${path} ${content}. These were its lines:`, ...lines],
      missingLines: change.lines.filter(({ from, to }) => from > to).map(({ line }) => line),
    };
  }
  const present = countLines(content);
  const lines = change.lines.flatMap(({ line, from, to }) => {
    const now = present(Buffer.from(line, 'base64'));
    const more = moreNeeded({ from: to, to: from }, now);
    return more === 0 ? [] : [{ line, from: now, to: now + more }];
  });
  const more = new Map(lines.map(({ line, from, to }) => [line, to - from]));
  const maybeTwice = change.lines.filter(({ line, from, to }) => {
    const isBack = (more.get(line) ?? 0) < from - to;
    return isBack && putBackBy(later, path, line) > 0;
  });
  return {
    reversals: lines.length === 0 ? [] : [{ ...change, lines }],
    cannot: maybeTwice.map(({ line }) => {
      return `${path} has this line already, since another undo put it back. If you watched it twice, add it once more: ${textOf(line)}`;
    }),
  };
}

/** How often undos have put a line back that no sync has taken since. */
function putBackBy(later: readonly Receipt[], path: string, line: string): number {
  const done = later.filter(({ takes_back }) => takes_back?.isDone !== false);
  const edits = done.flatMap(({ changes }) =>
    changes.flatMap((one) => (one.kind === 'list edited' && one.path === path ? one.lines : [])),
  );
  return edits
    .filter((one) => one.line === line)
    .reduce((count, { from, to }) => Math.max(0, count + to - from), 0);
}

/** What the list has: nothing if it does not exist. In words, why it cannot be edited. */
async function contentOf(path: string): Promise<Buffer | string> {
  try {
    const file = await readRegularFile(path);
    if (file !== undefined) return hasUtf16Mark(file.content) ? IN_UTF_16 : file.content;
    return (await isThere(dirname(path))) ? Buffer.alloc(0) : 'is gone, with its folder';
  } catch (error) {
    if (error instanceof Failure) return `is ${NOT_REGULAR}`;
    return `cannot be read (${systemErrorCode(error)})`;
  }
}
