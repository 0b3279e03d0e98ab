import stringWidth from 'string-width';

/** Puts two columns of lines, which may be painted, beside each other. `width` is that of the left one. */
export function beside(
  left: readonly string[],
  right: readonly string[],
  width: number,
  gap: string,
): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
    const [line = '', other = ''] = [left[row], right[row]];
    if (other === '') return line;
    return line + ' '.repeat(Math.max(0, width - stringWidth(line))) + gap + other;
  });
}
