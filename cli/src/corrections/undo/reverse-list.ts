import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isThere } from '../../disk/files.ts';
import { countLines, moreNeeded } from '../../disk/watched-list/recount-lines.ts';
import { hasUtf16Mark, IN_UTF_16 } from '../../disk/watched-list/watched-list.ts';
import { systemErrorCode } from '../../errors/system-error-code.ts';
import type { ChangeOf } from '../../receipts/receipt.ts';

/** Puts lines back that a list does not have any more, or takes out again those that were put back. */
export async function reverseList(change: ChangeOf<'list edited'>) {
  const { path } = change;
  const content = await contentOf(path);
  if (typeof content === 'string') {
    const lines = change.lines.map(({ line }) => Buffer.from(line, 'base64').toString().trim());
    return { reversals: [], cannot: [`${path} ${content}. These were its lines:`, ...lines] };
  }
  const present = countLines(content);
  const lines = change.lines.flatMap(({ line, from, to }) => {
    const now = present(Buffer.from(line, 'base64'));
    const more = moreNeeded({ from: to, to: from }, now);
    return more === 0 ? [] : [{ line, from: now, to: now + more }];
  });
  return { cannot: [], reversals: lines.length === 0 ? [] : [{ ...change, lines }] };
}

/** What the list has: nothing if it does not exist. In words, why it cannot be edited. */
async function contentOf(path: string): Promise<Buffer | string> {
  try {
    const content = await readFile(path);
    return hasUtf16Mark(content) ? IN_UTF_16 : content;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT' && (await isThere(dirname(path)))) return Buffer.alloc(0);
    return code === 'ENOENT' ? 'is gone, with its folder' : `cannot be read (${code})`;
  }
}
