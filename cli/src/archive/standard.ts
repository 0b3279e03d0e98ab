/** Instead of a file, this means standard input or output. */
export const STANDARD = '-';
