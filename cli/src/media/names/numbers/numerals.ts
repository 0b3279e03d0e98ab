const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A number in digits or in kanji, as in 第5話 and 第十二話. */
export const NUMERAL = String.raw`(?:\d{1,4}(?:\.5)?|[${DIGITS}十百千]{1,7})`;

/** The value of a text that `NUMERAL` matches: 12 for `12`, `十二` and `一二`. */
export function numberOf(numeral: string): number {
  if (/^[\d.]+$/.test(numeral)) return Number(numeral);
  let [sum, last] = [0, 0];
  for (const character of numeral) {
    const unit = UNITS[character];
    if (unit === undefined) last = last * 10 + DIGITS.indexOf(character);
    else [sum, last] = [sum + (last || 1) * unit, 0];
  }
  return sum + last;
}
