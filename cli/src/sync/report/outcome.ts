import { isAbsolute } from 'node:path';
import { kindOf, type Progress } from '@immersion-tracker/contract';
import { isThere } from '../../disk/files.ts';
import type { Finding } from '../../disk/finding.ts';
import { isLossy } from '../../disk/folders.ts';
import type { Media } from '../../disk/scanning/scan.ts';
import { lineFinding } from '../../disk/watched-list/watched-list.ts';
import type { Claim } from '../claims/claims.ts';
import { type Counts, NONE } from '../claims/kinds.ts';
import type { Recorded } from '../record/record.ts';
import type { Refused } from '../record/send-in-parts.ts';
import type { CleanedUp } from '../remove/clean-up.ts';

/** What came of a run. */
export interface SyncOutcome {
  /** How many of each kind were new to the tracker. */
  readonly added: Counts;
  /** How many were recorded as watched again. */
  readonly rewatched: Counts;
  readonly removed: CleanedUp['removed'];
  /** To be done by another run, or by the person. */
  readonly left: readonly LeftFinding[];
  /** Seen and passed over, by our rules. */
  readonly passed_over: readonly Finding[];
  /** Folders of shows that have no TheTVDB id yet. */
  readonly shows_without_tvdb_id: readonly string[];
  readonly progress: Progress | null;
}

/** A finding that may be told together with others. */
export interface LeftFinding extends Finding {
  /** What it is about, such as `movie`, if it waits for a provider as all others of its kind do. */
  readonly waiting?: string;
}

/** What a run got to do. One that only looks leaves what its verdicts leave without an answer. */
interface Done {
  readonly recorded?: Partial<Recorded> & Pick<Recorded, 'left'>;
  readonly progress?: SyncOutcome['progress'];
  readonly cleanedUp?: CleanedUp;
}

/** What came of a run that found this and did that. */
export function outcomeOf(
  found: Pick<Media, 'left' | 'passedOver'>,
  { recorded, progress = null, cleanedUp }: Done,
): SyncOutcome {
  return {
    added: recorded?.added ?? NONE,
    rewatched: recorded?.rewatched ?? NONE,
    removed: cleanedUp?.removed ?? { files: 0, folders: 0, lines: 0, bytes: 0 },
    left: [...found.left, ...(recorded?.left ?? []).map(leftFinding), ...(cleanedUp?.left ?? [])],
    passed_over: [
      ...found.passedOver,
      ...(recorded?.passedOver ?? []),
      ...(cleanedUp?.blockers ?? []),
    ],
    shows_without_tvdb_id: recorded?.nameless ?? [],
    progress,
  };
}

/** Why a file or a line stays. */
function leftFinding({ item, reason, providerIsDown }: Refused<Claim>): LeftFinding {
  const finding =
    'line' in item ? lineFinding(item.line, reason) : { path: item.video.path, reason };
  return providerIsDown ? { ...finding, waiting: kindOf(item.kind).nouns.record[0] } : finding;
}

/**
 * The findings of a scan without those on files and folders that are gone by now, by this run or by
 * another client: there is nothing left to do about them.
 */
export async function stillThere(findings: readonly Finding[]): Promise<Finding[]> {
  const kept = await Promise.all(
    findings.map(async (finding) => ((await isGone(finding)) ? [] : [finding])),
  );
  return kept.flat();
}

async function isGone({ path, text }: Finding): Promise<boolean> {
  if (text !== undefined || !isAbsolute(path) || isLossy(path)) return false;
  return !(await isThere(path).catch(() => true));
}
