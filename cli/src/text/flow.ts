import stringWidth from 'string-width';
import { COMMAND } from './command-name.ts';

/**
 * Fills lines of at most `width` columns with pieces, with the separator between two on one line. Pieces
 * may be painted. A piece is never broken, even if it is too wide.
 */
export function flow(pieces: readonly string[], width: number, separator = ' '): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const piece of pieces) {
    const longer: string = line === undefined ? piece : line + separator + piece;
    if (line !== undefined && stringWidth(longer) > width) {
      lines.push(line);
      line = piece;
    } else {
      line = longer;
    }
  }
  return line === undefined ? lines : [...lines, line];
}

/**
 * Wraps prose to lines of at most `width` columns. A command at its end, as in `To take it back: immersion undo`,
 * stays on one line if it fits, so that it can be copied.
 */
export function wrap(prose: string, width: number): string[] {
  const end = prose.lastIndexOf(`: ${COMMAND} `) + 1;
  const command = prose.slice(end + 1);
  return end > 0 && stringWidth(command) <= width
    ? flow([...prose.slice(0, end).split(' '), command], width)
    : flow(prose.split(' '), width);
}

/** Wraps each line of a text to at most `width` columns, and keeps its indent. */
export function reflow(text: string, width: number): string {
  const lines = text.split('\n').flatMap((line) => {
    if (stringWidth(line) <= width) return [line];
    const words = line.trimStart();
    const indent = line.slice(0, line.length - words.length);
    return wrap(words, width - indent.length).map((part) => indent + part);
  });
  return lines.join('\n');
}
