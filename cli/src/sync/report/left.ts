import type { Finding } from '../../disk/finding.ts';
import { lineFinding } from '../../disk/watched-list/watched-list.ts';
import { counted } from '../../text/counted.ts';
import { KINDS } from '../kinds.ts';
import type { Claim } from '../plan/claims.ts';
import type { Refused } from '../record/send-in-parts.ts';

/** A finding that may be told together with others. */
export interface LeftFinding extends Finding {
  /** What it is about, such as `movie`, if it waits for a provider as all others of its kind do. */
  readonly waiting?: string;
}

/** Why files and lines stay. */
export function leftFindings(refused: readonly Refused<Claim>[]): LeftFinding[] {
  return refused.map(({ item, reason, providerIsDown }) => {
    const finding =
      'line' in item ? lineFinding(item.line, reason) : { path: item.video.path, reason };
    return providerIsDown ? { ...finding, waiting: KINDS[item.kind].noun } : finding;
  });
}

/** The findings as a person is told them: those that wait for the same provider are one, with a count. */
export function inGroups(findings: readonly LeftFinding[]): Finding[] {
  const groups = Map.groupBy(findings, (finding) =>
    finding.waiting === undefined ? finding : `${finding.waiting}: ${finding.reason}`,
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { waiting, ...finding } = first;
    if (waiting === undefined || others.length === 0) return [finding];
    return [{ path: counted(others.length + 1, waiting), reason: finding.reason }];
  });
}
