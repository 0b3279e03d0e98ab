/** Zero-width characters, marks of direction, soft hyphens, byte order marks and the like. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const CONTROL = /\p{Cc}/gu;

/** The text without characters that nobody sees, and without blanks around it. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '').replace(CONTROL, ' ').trim();
}
