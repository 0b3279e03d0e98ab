import type { Entry } from './collections.ts';

/**
 * Finds entries by a part of their name or note. Letter case, accents and the width of characters do not
 * count, so that a keyboard without them finds everything.
 */
export function createSearch(entries: readonly Entry[]): (query: string) => readonly Entry[] {
  const texts = entries.map(({ name, note = '' }) => plain(`${name}\n${note}`));
  return (query) => {
    const wanted = plain(query).trim();
    if (wanted === '') return entries;
    return entries.filter((_, index) => texts[index]?.includes(wanted));
  };
}

/** Katakana begins so many code points after hiragana. */
const KATAKANA_OFFSET = 0x60;

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) =>
      String.fromCharCode(kana.charCodeAt(0) - KATAKANA_OFFSET),
    );
}
