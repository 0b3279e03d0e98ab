/** Attributes of an item, named by the description of its kind. */
export type Attributes = Readonly<Record<string, unknown>>;

/** The text of an attribute; null if it is missing or not a text, or if the kind does not have it. */
export function textOf(item: Attributes, name: string | undefined): string | null {
  const value = name === undefined ? undefined : item[name];
  return typeof value === 'string' ? value : null;
}

/** The same for a number. */
export function numberOf(item: Attributes, name: string | undefined): number | null {
  const value = name === undefined ? undefined : item[name];
  return typeof value === 'number' ? value : null;
}

/** The text of the first of these attributes that has one. */
export function firstText(item: Attributes, names: readonly (string | undefined)[]): string | null {
  const name = names.find((attribute) => textOf(item, attribute) !== null);
  return textOf(item, name);
}
