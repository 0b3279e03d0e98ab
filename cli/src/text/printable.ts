// Cc is C0, DEL and C1; Zl and Zp are line and paragraph separators. The ranges are the embeddings,
// overrides and isolates of bidirectional text, which reorder what follows them.
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;

// These are drawn on the preceding character.
const MARK_IN_FRONT = /^(?=[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200D])/u;
// By convention, a mark without a base character is shown on this.
const DOTTED_CIRCLE = '◌';

/** In characters. Longer than any path, or than a message of the tracker. */
const LONGEST = 10_000;

const FIRST_PICTURE = 0x2400;
const DELETE = 0x7f;
const DELETE_PICTURE = '␡';
const NEWLINE_PICTURE = '␤';
const REPLACEMENT = '�';

/**
 * Makes a text safe to print on one line, without any effect on the terminal or on the text before it. Use
 * it for everything that others have named: names of folders and titles of providers may contain newlines
 * and escape sequences. Replaced characters stay visible. A text of more than 10,000 characters is cut off.
 */
export function printable(text: string): string {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return shown.toWellFormed().replace(UNSAFE, picture).replace(MARK_IN_FRONT, DOTTED_CIRCLE);
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(FIRST_PICTURE + code);
  if (code === DELETE) return DELETE_PICTURE;
  return /[\u0085\p{Zl}\p{Zp}]/u.test(character) ? NEWLINE_PICTURE : REPLACEMENT;
}
