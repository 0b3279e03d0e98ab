import { RECORD_DEPTH_LIMIT, thousands } from '@immersion-tracker/contract';
import { PublicError } from '../kernel/errors.ts';

/** The deepest valid body is a `POST /restore`: an object with a list of records. */
const DEPTH_LIMIT = RECORD_DEPTH_LIMIT + 2;
/** Enough for 50,000 episodes with all their fields, which is as many as a body has space for. */
const PARTS_LIMIT = 300_000;

// What the loop looks for, as UTF-16 code units.
const [QUOTE, BACKSLASH, COLON] = ['"', '\\', ':'].map((character) => character.charCodeAt(0));
const [LIST, LIST_END, OBJECT, OBJECT_END] = [...'[]{}'].map((character) =>
  character.charCodeAt(0),
);

/**
 * Throws if JSON would keep `JSON.parse` busy, which nothing can interrupt: a few million nested lists, or as many
 * different field names, take it a second.
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

/** The index of the quote that ends the string at `start`, or the length of the text if there is none. */
function endOfString(json: string, start: number): number {
  for (let index = start + 1; index < json.length; index += 1) {
    const unit = json.charCodeAt(index);
    if (unit === QUOTE) return index;
    if (unit === BACKSLASH) index += 1;
  }
  return json.length;
}

function tooDeep(): PublicError {
  const message = `body: must not nest objects and lists more than ${DEPTH_LIMIT} levels deep`;
  return new PublicError('invalid_request', message);
}

function tooManyParts(): PublicError {
  const message = `The body has more than ${thousands(PARTS_LIMIT)} objects, lists and fields; split it into several requests.`;
  return new PublicError('too_large', message);
}
