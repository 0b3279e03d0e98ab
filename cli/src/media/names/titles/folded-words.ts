/**
 * The words of a title for comparison: in lower case, without accents, and with one space for every run of
 * anything but letters and digits. Keeps the marks that turn か into が.
 */
export function foldedWords(text: string): string {
  const plain = text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  const words = plain.normalize('NFKC').toLowerCase();
  return words.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim() || words.trim();
}
