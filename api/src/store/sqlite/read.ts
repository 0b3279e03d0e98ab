import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type * as z from 'zod';
import { chunk } from '../../kernel/chunk.ts';
import type { Log } from '../../kernel/log.ts';
import { onceForEach } from '../../kernel/once-for-each.ts';
import { yieldToOthers } from '../../kernel/turns.ts';
import { type AttributesSchema, parseRows, type Store } from '../store.ts';
import { OTHER_ATTRIBUTES } from '../whole-item.ts';
import { columnsOf } from './columns.ts';
import { endOf } from './end-of.ts';
import type { Guard } from './errors.ts';
import { type Row, withOtherAttributes } from './row.ts';
import { snapshot } from './transaction.ts';

/** Rows per read. Other requests get their turn in between. */
export const PAGE_ROWS = 1000;
/** The pages of a long read grow to this, which takes about 5 ms. */
const LONG_PAGE_ROWS = 4000;

/** Rows of a partition, from one sort key up to, but not including, another. */
interface Range {
  readonly pk: string;
  readonly from: string;
  readonly end: Uint8Array;
  readonly limit: number;
}

interface Prepared {
  readonly statement: StatementSync;
  readonly rowOf: (values: Row) => Row;
}

type Reads = Pick<Store, 'get' | 'getMany' | 'read' | 'partition'>;

/** Reads items by schema. Columns that another program adds later are not read. */
export function createRead(database: DatabaseSync, guard: Guard, log: Log): Reads {
  const columns = columnsOf(database);
  // An index answers this, so the column costs nothing while nobody uses it.
  const others = database.prepare(
    `SELECT 1 FROM items WHERE ${OTHER_ATTRIBUTES} IS NOT NULL LIMIT 1`,
  );

  /**
   * The columns to select. Reads integers as REAL, because Node throws for an unsafe one and so fails
   * the whole page. As a REAL it only fails its own row's schema.
   */
  function selected(attributes: AttributesSchema): string[] {
    const names = new Set(['sk', ...Object.keys(attributes.shape)]);
    return [...columns]
      .filter(([name]) => names.has(name))
      .map(([name, { type }]) => (type === 'INTEGER' ? `CAST(${name} AS REAL) AS ${name}` : name));
  }

  const prepare = (names: readonly string[]): Prepared => {
    const statement = database.prepare(
      `SELECT ${names.join(', ')} FROM items
       WHERE pk = ? AND sk >= ? AND sk < CAST(? AS TEXT) ORDER BY sk LIMIT ?`,
    );
    // Arrays are read twice as fast as objects.
    statement.setReturnArrays(true);
    return { statement, rowOf: rowMaker(statement.columns().map(({ name }) => name)) };
  };

  /** Prepared once for each schema: without the other attributes, and with them. */
  const plain = onceForEach((attributes: AttributesSchema) => prepare(selected(attributes)));
  const complete = onceForEach((attributes: AttributesSchema) =>
    prepare([...selected(attributes), OTHER_ATTRIBUTES]),
  );

  const readPage = (attributes: AttributesSchema, { pk, from, end, limit }: Range) =>
    snapshot(database, () => {
      const hasOthers = others.get() !== undefined;
      const { statement, rowOf } = (hasOthers ? complete : plain)(attributes);
      const rows = statement.all(pk, from, end, limit).map(rowOf);
      return hasOthers ? rows.map(withOtherAttributes) : rows;
    });

  async function* read<S extends AttributesSchema>(
    pk: string,
    prefix: string,
    attributes: S,
    signal: AbortSignal,
  ): AsyncGenerator<z.output<S>[]> {
    const end = endOf(prefix);
    let from = prefix;
    let limit = PAGE_ROWS;
    while (true) {
      const rows = await guard(signal, () => readPage(attributes, { pk, from, end, limit }));
      const last = rows.at(-1);
      if (last === undefined) return;
      yield parseRows(rows, attributes, pk, log);
      if (rows.length < limit) return;
      from = `${last.sk}\0`;
      limit = Math.min(2 * limit, LONG_PAGE_ROWS);
      await yieldToOthers();
    }
  }

  async function getMany<S extends AttributesSchema>(
    pk: string,
    sks: readonly string[],
    attributes: S,
    signal: AbortSignal,
  ): Promise<z.output<S>[]> {
    const statement = database.prepare(
      `SELECT ${[...selected(attributes), OTHER_ATTRIBUTES].join(', ')} FROM items
       WHERE pk = ? AND sk = ?`,
    );
    const found: z.output<S>[] = [];
    for (const piece of chunk([...new Set(sks)], PAGE_ROWS)) {
      const rows = await guard(signal, () => piece.map((sk) => statement.get(pk, sk)));
      const there = rows.filter((row) => row !== undefined).map(withOtherAttributes);
      found.push(...parseRows(there, attributes, pk, log));
      await yieldToOthers();
    }
    return found;
  }

  return {
    async get({ pk, sk }, attributes, signal) {
      const [found] = await getMany(pk, [sk], attributes, signal);
      return found;
    },
    getMany,
    read,
    partition: (pk, signal) => (prefix, attributes) => read(pk, prefix, attributes, signal),
  };
}

/**
 * Turns an array of values, which Node's types declare as an object, into a row. Compiled for these columns,
 * as zod compiles a schema: a loop over the names takes three times as long.
 */
function rowMaker(names: readonly string[]): (values: Row) => Row {
  const fields = names.map((name, index) => `${JSON.stringify(name)}: values[${index}]`);
  return new Function('values', `return { ${fields.join(', ')} };`) as (values: Row) => Row;
}
