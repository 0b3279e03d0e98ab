/** Attributes of an item, named by the description of its kind. */
export type Attributes = Readonly<Record<string, unknown>>;

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' ? value : null;

/** The first of these attributes that is set. */
export function firstText(item: Attributes, names: readonly string[]): string | null {
  const name = names.find((attribute) => textOf(item[attribute]) !== null);
  return name === undefined ? null : textOf(item[name]);
}
