/**
 * A form of a text that is the same for texts that differ only in case, accents, width or kana. Keeps the
 * voicing marks of kana, which are not accents: か and が are different letters.
 */
export function foldText(text: string): string {
  return (
    text
      // Full-width Latin and half-width kana become ordinary ones.
      .normalize('NFKC')
      .normalize('NFD')
      .replaceAll(/(?![\u3099\u309A])\p{M}/gu, '')
      // Upper case first, so that ß is ss.
      .toUpperCase()
      .toLowerCase()
      .replaceAll('ς', 'σ')
      .replaceAll(/[\u30A1-\u30F6\u30FD\u30FE]/g, (letter) => toHiragana(letter))
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
