/**
 * The item whose name was typed: the only one with exactly this name, or else the only similar one. People
 * who type the name of a folder or file need not know its exact letter case and Unicode form. `several` says
 * whether more than one is similar.
 */
export function findRecorded<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  typed: string,
): { readonly item: Item } | { readonly several: boolean } {
  const exact = items.filter((item) => nameOf(item) === typed);
  const similar = items.filter((item) => folded(nameOf(item)) === folded(typed));
  const [item, another] = exact.length > 0 ? exact : similar;
  return item === undefined || another !== undefined
    ? { several: another !== undefined }
    : { item };
}

const folded = (text: string) => text.normalize('NFC').toLowerCase().replace(/\/+$/, '');
