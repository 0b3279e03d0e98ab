// Accents belong to no script, and the points of Hebrew stand for vowels that are usually left out. Marks of
// other scripts make different letters, such as the vowel signs of Hindi and Thai, and the voicing marks
// of kana: か and が are different.
const ACCENT = /(?![\u3099\u309A])(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}]/gu;
const KATAKANA = /[\u30A1-\u30F6\u30FD\u30FE]/g;

/** A form of a text that is the same for texts that differ only in case, accents, width or kana. */
export function foldText(text: string): string {
  return (
    text
      // Full-width Latin and half-width kana become ordinary ones.
      .normalize('NFKC')
      .normalize('NFD')
      .replaceAll(ACCENT, '')
      // First ẞ becomes ß, then ß becomes SS.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replaceAll('ς', 'σ')
      .replaceAll(KATAKANA, toHiragana)
      .normalize('NFC')
  );
}

/** Unicode has the katakana in the same order as the hiragana, 96 places later. */
const toHiragana = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 0x60);

/** The words of a query in folded form. */
export const foldedWords = (query: string): string[] =>
  foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '');
