import { itemKey, type MediaKind, mediaKinds } from '@immersion-tracker/contract';
import { groupItem, type Item, recordItem } from '../../items.ts';
import { partitionKey } from '../../keys.ts';
import type { AttributesSchema } from '../../store.ts';

/** One item of every type, with all its attributes and its schema. */
export function everyKind(user: string): { schema: AttributesSchema; item: Item }[] {
  const pk = partitionKey(user);
  return mediaKinds.flatMap(({ record, group }: MediaKind) =>
    [
      { item: record, schema: recordItem(record) },
      ...(group === null ? [] : [{ item: group, schema: groupItem(group) }]),
    ].map(({ item, schema }) => ({
      schema,
      item: { ...filled(schema), pk, sk: itemKey(item, 'a name'), user },
    })),
  );
}

/** A value for each attribute: a string if the schema accepts it, otherwise a number. */
function filled({ shape }: AttributesSchema): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, schema], index) => {
      const text = `the ${name}`;
      return [name, schema.safeParse(text).data === text ? text : index];
    }),
  );
}
