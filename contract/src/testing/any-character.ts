import fc from 'fast-check';

const SURROGATES = { start: 0xd800, count: 0x800 };
const LAST = 0x10ffff;

/**
 * Any code point, as a unit for `fc.string`. Equivalent to `'binary'`, for which fast-check spends most of
 * a second in every process on a table of all code points.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat({ max: LAST - SURROGATES.count })
  .map(characterAt, indexOf);

function characterAt(index: number): string {
  return String.fromCodePoint(index < SURROGATES.start ? index : index + SURROGATES.count);
}

/** Lets fast-check shrink strings, and mix in some that are dangerous. It expects an error for other values. */
function indexOf(text: unknown): number {
  const [character, ...others] = typeof text === 'string' && text.isWellFormed() ? text : [];
  const code = character?.codePointAt(0);
  if (code === undefined || others.length > 0) throw new Error(`${text} is not one character`);
  return code < SURROGATES.start ? code : code - SURROGATES.count;
}
