import type { Canvas2D } from './canvas.ts';

export interface TextStyle {
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  /** A CSS list of fonts. */
  readonly family: string;
  readonly align?: 'left' | 'right' | 'center';
}

const characters = new Intl.Segmenter();
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

const split = (text: string, segmenter: Intl.Segmenter): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

export function setText(pen: Canvas2D, { size, weight, colour, family, align }: TextStyle): void {
  pen.font = `${weight} ${size}px ${family}`;
  pen.fillStyle = colour;
  pen.textAlign = align ?? 'left';
  pen.textBaseline = 'alphabetic';
}

/** Writes a text in one line and returns its width. */
export function write(
  pen: Canvas2D,
  text: string,
  [x, baseline]: readonly [number, number],
  style: TextStyle,
): number {
  setText(pen, style);
  pen.fillText(text, x, baseline);
  return pen.measureText(text).width;
}

/** As much of a text as fits, with an ellipsis if that is not all. `measure` gives the width of a text. */
export function clipped(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const all = split(text, characters);
  const start = (count: number) => `${all.slice(0, count).join('').trimEnd()}…`;
  let [fits, tooMany] = [0, all.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (measure(start(middle)) <= width) fits = middle;
    else tooMany = middle;
  }
  return start(fits);
}

/** A text in at most `most` lines, broken between words. What does not fit is clipped. */
export function linesOf(
  text: string,
  width: number,
  most: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let rest = text.trim();
  for (const word of split(rest, words)) {
    if (lines.length === most - 1) break;
    if (line.trim() !== '' && measure((line + word).trim()) > width) {
      lines.push(clipped(line.trim(), width, measure));
      rest = rest.slice(line.length);
      line = '';
    }
    line += word;
  }
  return rest.trim() === '' ? lines : [...lines, clipped(rest.trim(), width, measure)];
}
