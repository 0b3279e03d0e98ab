import { AT_END, BEFORE, pattern } from './patterns.ts';

/** `Part 2` in words is of the title: `Dune Part 2`. DVD5 and DVD9 are kinds of discs. */
const PART = pattern(
  String.raw`(?<=\S[\s.-]+)(?:${BEFORE}(?:(?:cd|dis[ck])\s?|dvd(?=[1-4]$))|${BEFORE}pt|(?<=-\s?)part)(\d{1,2})${AT_END}`,
);

/** Which part of a film this file is, and the name without it. */
export function takePart(text: string): { readonly part: number | null; readonly rest: string } {
  const part = Number(PART.exec(text)?.[1] ?? 0) || null;
  return { part, rest: part === null ? text : text.replace(PART, '').replace(/[\s-]+$/, '') };
}
