import type { Media } from '../../disk/scanning/scan.ts';
import { NONE } from '../claims/kinds.ts';
import { leftBy, type Verdict } from '../decide/verdict.ts';
import type { Journal } from '../journal/journal.ts';
import type { Recorded } from '../record/record.ts';
import { leftRemarks } from './left.ts';
import type { Outcome } from './report.ts';

/** The outcome of a run that only looked, with the verdicts that there are without an answer. */
export function outcomeOfLooking(
  { left, passedOver }: Pick<Media, 'left' | 'passedOver'>,
  verdicts: readonly Verdict[],
): Outcome {
  return {
    added: NONE,
    rewatched: NONE,
    removed: { files: 0, folders: 0, lines: 0, bytes: 0 },
    left: [...left, ...leftRemarks(leftBy(verdicts))],
    passed_over: passedOver,
    shows_without_tvdb_id: [],
    progress: null,
  };
}

/** The outcome of a run that recorded, apart from its clean-up. */
export function outcomeOfRecording(
  media: Pick<Media, 'left' | 'passedOver'>,
  { added, rewatched, left, shows, journalTrouble }: Recorded,
  journal: Journal,
): Outcome {
  const looked = outcomeOfLooking(media, []);
  const unnamed = shows.failed.map(({ folder, reason }) => {
    return { path: `TheTVDB id of ${folder}`, reason };
  });
  const reason = `could not be written (${journalTrouble}): the next run may ask about what this one recorded`;
  const unwritten = journalTrouble === undefined ? [] : [{ path: journal.file, reason }];
  return {
    ...looked,
    added,
    rewatched,
    left: [...looked.left, ...leftRemarks(left)],
    passed_over: [...looked.passed_over, ...unnamed, ...unwritten],
    shows_without_tvdb_id: shows.nameless,
  };
}
