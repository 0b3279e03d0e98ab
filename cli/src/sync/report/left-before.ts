import { createHash } from 'node:crypto';
import { lookAt } from '../../disk/files.ts';
import type { Finding } from '../../disk/finding.ts';

/** Findings that are new, and those that the last run already had. */
export interface Sorted<R extends Finding> {
  readonly now: readonly R[];
  readonly before: readonly R[];
  /** Whether a finding concerns something that the last run did not mention at all. */
  readonly hasNew: boolean;
  /** For the next run. */
  readonly hashes: readonly string[];
}

/** Separates new findings from those that the last run already had, for the same reason. */
export async function sortByAge<R extends Finding>(
  findings: readonly R[],
  hashesBefore: readonly string[],
): Promise<Sorted<R>> {
  const hashed = await Promise.all(
    findings.map(async (finding) => ({ finding, hash: await hashOf(finding) })),
  );
  const isKnown = takeFrom(hashesBefore);
  const isKnownThing = takeFrom(hashesBefore.map(thingOf));
  const { now = [], before = [] } = Object.groupBy(hashed, ({ hash }) =>
    isKnown(hash) ? 'before' : 'now',
  );
  const areKnown = hashed.map(({ hash }) => isKnownThing(thingOf(hash)));
  return {
    now: now.map(({ finding }) => finding),
    before: before.map(({ finding }) => finding),
    hasNew: areKnown.includes(false),
    hashes: hashed.map(({ hash }) => hash),
  };
}

/** Returns a check that uses up one occurrence each time, since the second of two equal lines may be new. */
function takeFrom(all: readonly string[]): (one: string) => boolean {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return (one) => {
    const count = counts.get(one) ?? 0;
    counts.set(one, count - 1);
    return count > 0;
  };
}

/**
 * A hash of the thing and a hash of the reason. A file is the same thing while its content is the same, and
 * a line wherever it is in the list.
 */
async function hashOf({ path, reason, text }: Finding): Promise<string> {
  const file = text === undefined ? await lookAt(path).catch(() => undefined) : undefined;
  const where = text === undefined ? path : path.replace(/:\d+$/, '');
  const thing = JSON.stringify([where, text, file?.size, file?.mtimeMs]);
  return [thing, reason]
    .map((one) => createHash('sha256').update(one).digest('base64url').slice(0, 22))
    .join(' ');
}

const thingOf = (hash: string) => hash.split(' ')[0] ?? '';
