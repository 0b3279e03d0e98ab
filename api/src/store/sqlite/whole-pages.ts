import type { DatabaseSync } from 'node:sqlite';
import { yieldToOthers } from '../../kernel/turns.ts';
import type { Attributes } from '../attributes.ts';
import type { Guard } from './errors.ts';
import { PAGE_ROWS } from './read.ts';
import { wholeRows } from './whole-rows.ts';

interface WholeRange {
  readonly pk: string;
  readonly prefix?: string;
  readonly after?: string | undefined;
}

/** Reads whole rows in sort-key order: those with a prefix, after a sort key, or all if it is undefined. */
export async function* wholePages(
  database: DatabaseSync,
  guard: Guard,
  { pk, prefix = '', after }: WholeRange,
  signal: AbortSignal,
): AsyncGenerator<Attributes[]> {
  let from = after === undefined ? prefix : `${after}\0`;
  while (true) {
    const page = await guard(signal, () =>
      wholeRows(database).page(pk, { prefix, from }, PAGE_ROWS),
    );
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < PAGE_ROWS) return;
    from = `${last.sk?.S}\0`;
    await yieldToOthers();
  }
}
