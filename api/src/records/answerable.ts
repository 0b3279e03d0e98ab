import { PublicError } from '../kernel/errors.ts';
import type { WholeItem } from '../store/whole-item.ts';

/** Bytes of JSON with records in one answer. Lambda can send 6 MB. */
const ANSWER_BYTES = 5 * 1024 * 1024;

/** Returns the records, or throws a 413 if they are too large for one answer. A single one never is. */
export function answerable(records: readonly WholeItem[]): WholeItem[] {
  const bytes = Buffer.byteLength(JSON.stringify(records));
  if (records.length <= 1 || bytes <= ANSWER_BYTES) return [...records];
  const message = `These records have ${bytes} bytes, more than the ${ANSWER_BYTES} of an answer; ask for fewer of them at once.`;
  throw new PublicError('too_large', message);
}
