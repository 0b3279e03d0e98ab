import { isAbsolute, relative } from 'node:path';
import type { endpoints, ResponseOf } from '@immersion-tracker/contract';
import type { Remark } from '../media/remarks.ts';
import type { Media } from '../media/scan.ts';
import type { CleanedUp } from './clean-up-steps.ts';
import type { Plan } from './plan.ts';

/** How many of each kind were new to the tracker. */
export interface Added {
  readonly episodes: number;
  readonly movies: number;
  readonly youtube_videos: number;
  readonly spotify_episodes: number;
}

/** What a run did, in the form that `--json` prints: keys in snake_case, like those of the API. */
export interface SyncReport {
  readonly folder: string;
  readonly dry_run: boolean;
  readonly plan: Plan;
  readonly added: Added;
  readonly removed: Omit<CleanedUp, 'left' | 'kept'>;
  /** To be done by another run, or by the person. Paths are relative to the folder. */
  readonly left: readonly Remark[];
  /** Seen and passed over, by our rules. */
  readonly passed_over: readonly Remark[];
  /** Folders of shows that have no TheTVDB id yet. */
  readonly shows_without_tvdb_id: readonly string[];
  readonly progress: ResponseOf<typeof endpoints.getProgress> | null;
}

/** The report of a run that only looked. */
export function reportOfPlan(media: Media, plan: Plan): SyncReport {
  const problems = [...media.left, ...(media.list?.problems ?? [])];
  return {
    folder: media.root,
    dry_run: true,
    plan,
    added: { episodes: 0, movies: 0, youtube_videos: 0, spotify_episodes: 0 },
    removed: { files: 0, folders: 0, lines: 0, bytes: 0 },
    left: inOrder(relativeTo(media.root, problems)),
    passed_over: inOrder(relativeTo(media.root, media.passedOver)),
    shows_without_tvdb_id: [],
    progress: null,
  };
}

/** The report with what else is left, and what else was passed over. */
export function withRemarks(
  report: SyncReport,
  left: readonly Remark[],
  passedOver: readonly Remark[],
): SyncReport {
  const { folder } = report;
  return {
    ...report,
    left: inOrder([...report.left, ...relativeTo(folder, left)]),
    passed_over: inOrder([...report.passed_over, ...relativeTo(folder, passedOver)]),
  };
}

function relativeTo(folder: string, remarks: readonly Remark[]): Remark[] {
  return remarks.map((remark) => {
    const { path } = remark;
    return { ...remark, path: isAbsolute(path) ? relative(folder, path) : path };
  });
}

/** By path, and the lines of a list by their numbers. */
function inOrder(remarks: readonly Remark[]): Remark[] {
  const key = ({ path }: Remark) => path.replace(/\d+$/, (number) => number.padStart(9, '0'));
  return remarks.toSorted((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -1 : 1));
}
