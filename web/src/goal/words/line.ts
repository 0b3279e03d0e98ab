/** A part of a sentence: plain, stressed, or a link to the settings. */
export type Part = string | { readonly strong: string } | { readonly link: string };

/** A sentence or two at the bottom of the card. */
export interface Line {
  readonly parts: readonly Part[];
  /** Good news, which has a tick. */
  readonly isGood?: boolean;
}

export const line = (...parts: readonly Part[]): Line => ({ parts });
export const strong = (text: string): Part => ({ strong: text });
export const link = (text: string): Part => ({ link: text });
