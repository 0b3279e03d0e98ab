import { styleText } from 'node:util';

/** Emphasis on a terminal. The text must say the same without it. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
  warning(text: string): string;
}

export const plainPaint: Paint = {
  bold: (text) => text,
  dim: (text) => text,
  accent: (text) => text,
  warning: (text) => text,
};

/** The paint for a stream. Plain if the stream is not a terminal, or if NO_COLOR is set. */
export function paintFor(stream: NodeJS.WritableStream): Paint {
  return {
    bold: (text) => styleText('bold', text, { stream }),
    dim: (text) => styleText('dim', text, { stream }),
    accent: (text) => styleText('cyan', text, { stream }),
    warning: (text) => styleText('yellow', text, { stream }),
  };
}
