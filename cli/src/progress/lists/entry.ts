import { truncate } from '../../text/columns.ts';
import type { Paint } from '../../text/paint.ts';

/** Something in a list. */
export interface Entry {
  readonly name: string | null;
  /** What stands in for a name that is not known. Not empty. */
  readonly placeholder: string;
}

/** An entry's name on at most `width` columns. Never empty, and without blanks at its end. */
export function nameCell({ name, placeholder }: Entry, width: number, paint: Paint): string {
  const known = name?.trim() ?? '';
  if (known === '') return paint.dim(truncate(placeholder.trim(), width).trimEnd());
  return truncate(known, width).trimEnd();
}
