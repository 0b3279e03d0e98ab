import type { Remark } from '../../disk/finding.ts';
import { lineRemark } from '../../disk/watched-list/watched-list.ts';
import { counted } from '../../text/counted.ts';
import type { Claim } from '../claims/claims.ts';
import { KINDS } from '../claims/kinds.ts';
import type { Refused } from '../record/send-in-parts.ts';

/** A remark that may be told together with others. */
export interface LeftRemark extends Remark {
  /** What it is about, such as `movie`, if it waits for a provider as all others of its kind do. */
  readonly waiting?: string;
}

/** Why files and lines stay. */
export function leftRemarks(refused: readonly Refused<Claim>[]): LeftRemark[] {
  return refused.map(({ item, reason, providerIsDown }) => {
    const remark =
      'line' in item ? lineRemark(item.line, reason) : { path: item.video.path, reason };
    return providerIsDown ? { ...remark, waiting: KINDS[item.kind].noun } : remark;
  });
}

/** The remarks as a person is told them: those that wait for the same provider are one, with a count. */
export function inGroups(remarks: readonly LeftRemark[]): Remark[] {
  const groups = Map.groupBy(remarks, (remark) =>
    remark.waiting === undefined ? remark : `${remark.waiting}: ${remark.reason}`,
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { waiting, ...remark } = first;
    if (waiting === undefined || others.length === 0) return [remark];
    return [{ path: counted(others.length + 1, waiting), reason: remark.reason }];
  });
}
