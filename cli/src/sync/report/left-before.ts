import { createHash } from 'node:crypto';
import { lookAt } from '../../media/files.ts';
import type { Remark } from '../../media/remarks.ts';

/** Remarks on things that the last run did not name, and on those that it did. */
export interface Sorted<R extends Remark> {
  readonly now: readonly R[];
  readonly before: readonly R[];
  /** What the next run has to know. */
  readonly hashes: readonly string[];
}

/** Tells what is new since the last run from what was left before, for the same reason. */
export async function sortByAge<R extends Remark>(
  remarks: readonly R[],
  hashesBefore: readonly string[],
): Promise<Sorted<R>> {
  const hashed = await Promise.all(
    remarks.map(async (remark) => ({ remark, hash: await hashOf(remark) })),
  );
  // Of two lines that are the same, the second may be new.
  const known = new Map<string, number>();
  for (const hash of hashesBefore) known.set(hash, (known.get(hash) ?? 0) + 1);
  const { now = [], before = [] } = Object.groupBy(hashed, ({ hash }) => {
    const count = known.get(hash) ?? 0;
    known.set(hash, count - 1);
    return count > 0 ? 'before' : 'now';
  });
  return {
    now: now.map(({ remark }) => remark),
    before: before.map(({ remark }) => remark),
    hashes: hashed.map(({ hash }) => hash),
  };
}

/** A file is the same as long as its content is, a line wherever it stands in the list. */
async function hashOf({ path, reason, text }: Remark): Promise<string> {
  const file = text === undefined ? await lookAt(path).catch(() => undefined) : undefined;
  const where = text === undefined ? path : path.replace(/:\d+$/, '');
  const what = JSON.stringify([where, reason, text, file?.size, file?.mtimeMs]);
  return createHash('sha256').update(what).digest('base64url').slice(0, 22);
}
