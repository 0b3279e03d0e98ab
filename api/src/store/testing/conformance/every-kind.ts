import { itemKey, type MediaKind, mediaKinds } from '@immersion-tracker/contract';
import { groupItem, type Item, recordItem, SETTINGS_KEY, settingsItem } from '../../items.ts';
import { partitionKey } from '../../keys.ts';
import type { AttributesSchema } from '../../store.ts';

/** One item of every type, with all its attributes and its schema. */
export function everyKind(user: string): { schema: AttributesSchema; item: Item }[] {
  const pk = partitionKey(user);
  const kinds = mediaKinds.flatMap(({ record, group }: MediaKind) => [
    { sk: itemKey(record, 'a name'), schema: recordItem(record) },
    ...(group === null ? [] : [{ sk: itemKey(group, 'a name'), schema: groupItem(group) }]),
  ]);
  return [...kinds, { sk: SETTINGS_KEY, schema: settingsItem }].map(({ sk, schema }) => ({
    schema,
    item: { ...filled(schema), pk, sk, user },
  }));
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
