import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Attributes } from '../attributes.ts';
import type { Guard } from './errors.ts';
import { PAGE_ROWS } from './read.ts';
import { wholeRows } from './whole-rows.ts';

/** Reads a partition's whole rows, in sort-key order: those after a sort key, or all if it is undefined. */
export async function* wholePages(
  database: DatabaseSync,
  guard: Guard,
  { pk, after }: { readonly pk: string; readonly after?: string | undefined },
  signal: AbortSignal,
): AsyncGenerator<Attributes[]> {
  let from = after === undefined ? '' : `${after}\0`;
  while (true) {
    const page = await guard(signal, () => wholeRows(database).page(pk, from, PAGE_ROWS));
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < PAGE_ROWS) return;
    from = `${last.sk?.S}\0`;
    await yieldToOthers();
  }
}
