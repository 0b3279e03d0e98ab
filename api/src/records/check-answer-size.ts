import { PublicError } from '../kernel/errors.ts';
import type { WholeItem } from '../store/whole-item.ts';

/** Bytes of JSON with records in one answer. Lambda can send 6 MB. */
const ANSWER_BYTES = 5 * 1024 * 1024;

/** Throws a 413 if these records are too large for one answer. A single one never is. */
export function checkAnswerSize(records: readonly WholeItem[]): void {
  const bytes = Buffer.byteLength(JSON.stringify(records));
  if (records.length <= 1 || bytes <= ANSWER_BYTES) return;
  const message = `These records take ${bytes} bytes, but an answer can have only ${ANSWER_BYTES}; ask for fewer of them at once.`;
  throw new PublicError('too_large', message);
}
