import { styleText } from 'node:util';

/** Emphasis on a terminal. Only emphasis: the text must say the same without it. */
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

/** Paint for a stream. Plain if that is not a terminal, or NO_COLOR asks for it. */
export function paintFor(stream: NodeJS.WritableStream): Paint {
  return {
    bold: (text) => styleText('bold', text, { stream }),
    dim: (text) => styleText('dim', text, { stream }),
    accent: (text) => styleText('cyan', text, { stream }),
    warning: (text) => styleText('yellow', text, { stream }),
  };
}
