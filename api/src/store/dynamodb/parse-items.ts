import type * as z from 'zod';
import type { Log } from '../../kernel/log.ts';
import { type Attributes, pickPlain } from '../attributes.ts';
import { type AttributesSchema, parseRows } from '../store.ts';

/** Returns the items that match the schema, and logs the others. */
export function parseItems<S extends AttributesSchema>(
  items: readonly Attributes[],
  schema: S,
  pk: string,
  log: Log,
): z.output<S>[] {
  const names = ['sk', ...Object.keys(schema.shape)];
  return parseRows(
    items.map((item) => pickPlain(item, names)),
    schema,
    pk,
    log,
  );
}
