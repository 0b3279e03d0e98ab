import { isAbsolute } from 'node:path';
import { kindOf, type Progress } from '@immersion-tracker/contract';
import { isThere } from '../../disk/files.ts';
import type { Finding } from '../../disk/finding.ts';
import { isLossy } from '../../disk/folders.ts';
import type { Media } from '../../disk/scanning/scan.ts';
import { lineFinding } from '../../disk/watched-list/watched-list.ts';
import { canUndo } from '../../receipts/receipt.ts';
import type { Claim } from '../claims/claims.ts';
import { type Counts, NONE } from '../claims/kinds.ts';
import type { Recorded } from '../record/record.ts';
import type { Refused } from '../record/send-in-parts.ts';
import type { CleanedUp } from '../remove/clean-up.ts';

/** The result of a sync, as `--json` prints it. */
export interface SyncOutcome {
  /** How many of each kind were new to the tracker. */
  readonly added: Counts;
  /** How many were recorded as watched again. */
  readonly rewatched: Counts;
  readonly removed: CleanedUp['removed'];
  /** Findings that the learner, or a later run, has to do something about. */
  readonly left: readonly LeftFinding[];
  /** What a sync ignores by its rules. */
  readonly passed_over: readonly Finding[];
  /** Folders of shows that have no TheTVDB id yet. */
  readonly shows_without_tvdb_id: readonly string[];
  readonly progress: Progress | null;
  /** Whether there is a receipt, with which an undo can take this sync back. */
  readonly can_undo: boolean;
}

/** A finding that may be reported together with others. */
export interface LeftFinding extends Finding {
  /** The noun of its kind, such as `movie`, if it waits for a provider like all others of its kind. */
  readonly waiting?: string;
}

/** What a run did. A dry run has only `recorded.left`. */
interface Done {
  readonly recorded?: Partial<Recorded> & Pick<Recorded, 'left'>;
  readonly progress?: SyncOutcome['progress'];
  readonly cleanedUp?: CleanedUp;
}

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
    can_undo: recorded?.receipt !== undefined && canUndo(recorded.receipt),
  };
}

function leftFinding({ item, reason, providerIsDown }: Refused<Claim>): LeftFinding {
  const finding =
    'line' in item ? lineFinding(item.line, reason) : { path: item.video.path, reason };
  return providerIsDown ? { ...finding, waiting: kindOf(item.kind).nouns.record[0] } : finding;
}

/**
 * Drops findings about files and folders that no longer exist, whether this run or another client removed
 * them.
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
