/** Attributes of an item, named by the description of its kind. */
export type Attributes = Readonly<Record<string, unknown>>;

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' ? value : null;

/** The value of an attribute, which the description of a kind can leave out. */
export const attributeOf = (item: Attributes, name: string | undefined): unknown =>
  name === undefined ? undefined : item[name];

/** The first text among these attributes. */
export function firstText(item: Attributes, names: readonly (string | undefined)[]): string | null {
  for (const name of names) {
    const text = textOf(attributeOf(item, name));
    if (text !== null) return text;
  }
  return null;
}
