import type { LinkKind } from '@immersion-tracker/contract';
import { type IdKind, requireKnown } from '../http/unknown-ids.ts';
import type { Deadline } from '../kernel/deadline.ts';
import type { Backlog, LinkProvider, LinkRecord } from '../providers/link-provider.ts';

/** A record, and the requested id that stands for it. */
export interface Backfilled {
  readonly record: LinkRecord;
  readonly until: string;
}

/** The names of a link kind's ids, for a 422. */
export const idKind = (kind: LinkKind, { unknownBecause }: LinkProvider): IdKind => ({
  provider: kind.provider.name,
  kind: kind.nouns.shortRecord[0],
  reasons: unknownBecause,
});

/**
 * Everything that these ids stand for, by id: each with all that its group released up to and including
 * it. What several ids stand for belongs to the earliest of them. Throws a 422 with all unknown ids.
 */
export async function readBacklogs(
  kind: LinkKind,
  provider: LinkProvider,
  ids: readonly string[],
  deadline: Deadline,
): Promise<Map<string, Backfilled>> {
  const found = await provider.backlogs?.(ids, deadline);
  if (found === undefined) throw new TypeError(`${kind.provider.name} cannot list a group`);
  const asked = new Map(ids.map((id) => [id, id]));
  const known = requireKnown(idKind(kind, provider), asked, (id) => id, found);

  const own = known.map(
    ({ entry: until, record: { record } }) => [until, { record, until }] as const,
  );
  // The number of records does not tell which is earlier: a list can lack a requested record. In a map,
  // the last entry of a key counts.
  const latestFirst = known.toSorted((a, b) => compareText(releasedOn(b), releasedOn(a)));
  const older = latestFirst.flatMap(({ entry: until, record: { records } }) =>
    [...records].map(([id, record]) => [id, { record, until }] as const),
  );
  return new Map([...older, ...own]);
}

/** Texts have the order of the dates: a year comes before its months, and a month before its days. */
const releasedOn = ({ record: { record } }: { readonly record: Backlog }): string =>
  record.releaseDate ?? '';

const compareText = (a: string, b: string): number => Number(a > b) - Number(a < b);
