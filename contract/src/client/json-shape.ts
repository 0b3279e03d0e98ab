export interface JsonShape {
  /** How deeply objects and lists are nested. */
  readonly depth: number;
  /** How many objects, lists and fields there are. */
  readonly parts: number;
}

// What the loop looks for, as UTF-16 code units.
const [QUOTE, BACKSLASH, COLON] = ['"', '\\', ':'].map((character) => character.charCodeAt(0));
const [LIST, LIST_END, OBJECT, OBJECT_END] = [...'[]{}'].map((character) =>
  character.charCodeAt(0),
);

/**
 * The shape of JSON, which may be invalid. It tells whether the JSON would keep `JSON.parse` busy, which nothing can
 * interrupt: a few million nested lists, or as many different field names, take it a second.
 */
export function shapeOf(json: string): JsonShape {
  let depth = 0;
  let deepest = 0;
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
      if (depth > deepest) deepest = depth;
    } else if (unit === LIST_END || unit === OBJECT_END) {
      depth -= 1;
    }
  }
  return { depth: deepest, parts };
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
