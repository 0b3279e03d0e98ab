/**
 * Finds items by part of their text. Ignores case, accents, the width of characters, the voicing
 * marks of kana, hiragana versus katakana, and which apostrophe or dash is used.
 */
export function createSearch<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): (query: string) => readonly Item[] {
  const texts = items.map((item) => plain(textOf(item)));
  return (query) => {
    const wanted = plain(query).trim();
    if (wanted === '') return items;
    return items.filter((_, index) => texts[index]?.includes(wanted));
  };
}

/** Code points from a hiragana to its katakana. */
const KATAKANA_OFFSET = 0x60;

function plain(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .replace(/[‘’]/g, "'")
      .replace(/\p{Dash}/gu, '-')
      .replace(/\s+/g, ' ')
      // Upper case, since some letters have several lower-case forms: \u00df and ss, \u03c2 and \u03c3.
      .toUpperCase()
      .replace(/[\u30a1-\u30f6]/g, (kana) =>
        String.fromCharCode(kana.charCodeAt(0) - KATAKANA_OFFSET),
      )
  );
}
