/** Zero-width characters, direction marks, soft hyphens, byte order marks and the like. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const CONTROL = /\p{Cc}/gu;

/** Removes invisible characters and surrounding white space. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '').replace(CONTROL, ' ').trim();
}
