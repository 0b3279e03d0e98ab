import { createHash } from 'node:crypto';

/** Without vowels, so that a handle is never a word, and without what looks like a digit. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const REST = `${LETTERS}23456789`;
const HANDLE = new RegExp(`^[${LETTERS}][${REST}]{2,}$`);

const SHORTEST = 4;

/** In every history, however long, one of this length is almost certainly the only one. */
export const LONG_HANDLE = 7;

/** Longer than any that is shown. */
const WHOLE = 14;

/** A text from which an id's handles are the beginnings, as in Git. */
export function wholeHandle(id: string): string {
  const digest = createHash('sha256').update(id).digest();
  return [...digest.subarray(0, WHOLE)]
    .map((byte, index) => (index === 0 ? LETTERS : REST).charAt(byte % (index === 0 ? 19 : 27)))
    .join('');
}

/** The shortest handles that tell these ids apart. */
export function handlesOf(ids: readonly string[]): ReadonlyMap<string, string> {
  const whole = new Map(ids.map((id) => [id, wholeHandle(id)]));
  const sorted = [...whole.values()].sort();
  const lengthOf = (handle: string) => {
    const index = sorted.indexOf(handle);
    const neighbours = [sorted[index - 1] ?? '', sorted[index + 1] ?? ''];
    return Math.max(SHORTEST, ...neighbours.map((other) => commonLength(handle, other) + 1));
  };
  return new Map([...whole].map(([id, handle]) => [id, handle.slice(0, lengthOf(handle))]));
}

/** Whether a text could be a handle; in lower case. */
export const isHandle = (text: string): boolean => HANDLE.test(text);

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
