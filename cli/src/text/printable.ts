// Cc holds C0, DEL and C1; Zl and Zp the separators of lines and paragraphs. The ranges are the
// embeddings, overrides and isolates of bidirectional text, which turn around what follows them.
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;

// What is drawn on the character before it.
const MARK_IN_FRONT = /^(?=[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200D])/u;
// What a mark without a character of its own is shown on by convention.
const DOTTED_CIRCLE = '◌';

const FIRST_PICTURE = 0x2400;
const DELETE = 0x7f;
const DELETE_PICTURE = '␡';
const NEWLINE_PICTURE = '␤';
const REPLACEMENT = '�';

/**
 * The text on one line, without any effect on the terminal that it is written to or on the text in
 * front of it. For whatever others have named: folders may hold newlines and escape sequences, and
 * so may providers' titles. What is replaced stays visible.
 */
export function printable(text: string): string {
  return text.toWellFormed().replace(UNSAFE, picture).replace(MARK_IN_FRONT, DOTTED_CIRCLE);
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(FIRST_PICTURE + code);
  if (code === DELETE) return DELETE_PICTURE;
  return /[\u0085\p{Zl}\p{Zp}]/u.test(character) ? NEWLINE_PICTURE : REPLACEMENT;
}
