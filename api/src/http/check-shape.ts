import { RECORD_DEPTH_LIMIT } from '@immersion-tracker/contract';
import { PublicError } from '../kernel/errors.ts';

/** What needs the most is a record in the list of `POST /restore`. */
const DEPTH_LIMIT = RECORD_DEPTH_LIMIT + 2;
/** Far more than syncs need: a body has space for 50,000 episodes with all their fields. */
const PARTS_LIMIT = 300_000;

// What the loop looks for, as UTF-16 code units.
const [QUOTE, BACKSLASH, COLON] = ['"', '\\', ':'].map((character) => character.charCodeAt(0));
const [LIST, LIST_END, OBJECT, OBJECT_END] = [...'[]{}'].map((character) =>
  character.charCodeAt(0),
);

/**
 * Throws if JSON would keep `JSON.parse` busy, which nothing can interrupt: it takes a second for a few million
 * lists inside each other, or as many different field names.
 */
export function checkShape(json: string): void {
  let depth = 0;
  let parts = 0;
  for (let index = 0; index < json.length; index += 1) {
    const unit = json.charCodeAt(index);
    if (unit === QUOTE) {
      index = endOfString(json, index);
    } else if (unit === COLON) {
      parts += 1;
    } else if (unit === LIST || unit === OBJECT) {
      parts += 1;
      depth += 1;
      if (depth > DEPTH_LIMIT) throw tooDeep();
    } else if (unit === LIST_END || unit === OBJECT_END) {
      depth -= 1;
    }
  }
  if (parts > PARTS_LIMIT) throw tooManyParts();
}

/** The index of the quote that ends the string which begins at `start`; the end of the text without one. */
function endOfString(json: string, start: number): number {
  for (let index = start + 1; index < json.length; index += 1) {
    const unit = json.charCodeAt(index);
    if (unit === QUOTE) return index;
    if (unit === BACKSLASH) index += 1;
  }
  return json.length;
}

function tooDeep(): PublicError {
  const message = `body: must not have more than ${DEPTH_LIMIT} objects and lists inside each other`;
  return new PublicError('invalid_request', message);
}

function tooManyParts(): PublicError {
  const message = `The body has more than ${PARTS_LIMIT} objects, lists and fields; split it into several requests.`;
  return new PublicError('too_large', message);
}
