import { createHash } from 'node:crypto';

/** Without vowels, so that a code is rarely a word, and without what looks like a digit. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const REST = `${LETTERS}23456789`;

const SHORTEST = 4;
const CODE = new RegExp(`^[${LETTERS}][${REST}]{${SHORTEST - 1},}$`);

/** In every history, however long, one of this length is almost certainly the only one. */
export const LONG_CODE = 7;

/** Longer than any that is shown. */
const WHOLE = 14;

/** A text from which an id's codes are the beginnings, as in Git. */
export function wholeCode(id: string): string {
  const digest = createHash('sha256').update(id).digest();
  return [...digest.subarray(0, WHOLE)]
    .map((byte, index) => {
      const from = index === 0 ? LETTERS : REST;
      return from.charAt(byte % from.length);
    })
    .join('');
}

/** The shortest codes that tell these ids apart. */
export function codesOf(ids: readonly string[]): ReadonlyMap<string, string> {
  const whole = new Map(ids.map((id) => [id, wholeCode(id)]));
  const sorted = [...whole.values()].sort();
  const lengthOf = (code: string) => {
    const index = sorted.indexOf(code);
    const neighbours = [sorted[index - 1] ?? '', sorted[index + 1] ?? ''];
    return Math.max(SHORTEST, ...neighbours.map((other) => commonLength(code, other) + 1));
  };
  return new Map([...whole].map(([id, code]) => [id, code.slice(0, lengthOf(code))]));
}

/** An id's code, longer than this one. */
export const longerCode = (id: string, code: string): string =>
  wholeCode(id).slice(0, code.length + 1);

/** Whether a text could be a code; in lower case. */
export const isCode = (text: string): boolean => CODE.test(text);

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
