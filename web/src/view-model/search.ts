import type { Entry } from './collections.ts';

/**
 * Finds entries by a part of their name or note. Letter case, accents, the width of characters, and
 * whether kana are hiragana or voiced do not count, nor which apostrophe or dash it is.
 */
export function createSearch(entries: readonly Entry[]): (query: string) => readonly Entry[] {
  const texts = entries.map(({ name, note = '' }) => `${plain(name)}\n${plain(note)}`);
  return (query) => {
    const wanted = plain(query).trim();
    if (wanted === '') return entries;
    return entries.filter((_, index) => texts[index]?.includes(wanted));
  };
}

/** Katakana begins so many code points after hiragana. */
const KATAKANA_OFFSET = 0x60;

function plain(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .replace(/[‘’]/g, "'")
      .replace(/\p{Dash}/gu, '-')
      .replace(/\s+/g, ' ')
      // Capitals, since not all small letters have but one form: \u00df and SS, \u03c2 and \u03c3.
      .toUpperCase()
      .replace(/[\u30a1-\u30f6]/g, (kana) =>
        String.fromCharCode(kana.charCodeAt(0) - KATAKANA_OFFSET),
      )
  );
}
