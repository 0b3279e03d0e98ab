import { randomUUID } from 'node:crypto';
import type { Finding } from '../../disk/finding.ts';
import { Failure } from '../../errors/failure.ts';
import type { KeptReceipt } from '../../receipts/receipts.ts';
import { takenBack } from '../../receipts/taken-back.ts';
import type { Prompter } from '../../terminal/prompter.ts';
import { markOf } from '../../tracker/look-up.ts';
import type { Backfill } from '../backfill/preview-backfill.ts';
import { recordBackfill } from '../backfill/record-backfill.ts';
import { type Claim, labelOf } from '../claims/claims.ts';
import { type Counts, countKinds } from '../claims/kinds.ts';
import { type AnotherClaim, leftBy, type Verdict, verdictsTo } from '../decide/verdict.ts';
import { entriesOfMoved, entryOf } from '../journal/entries.ts';
import type { Journal, JournalEntry } from '../journal/journal.ts';
import type { MissingKeys } from '../plan/missing-keys.ts';
import type { RecordedClaim } from '../plan/states.ts';
import { recordFresh } from './record-fresh.ts';
import { type Rewatch, recordRewatches, rewatchId, timeRewatches } from './record-rewatches.ts';
import type { Recording } from './recording.ts';
import { joined, type Refused } from './send-in-parts.ts';
import {
  keepSyncReceipt,
  type NameShow,
  type ReceiptContext,
  type SyncReceipt,
} from './sync-receipt.ts';

export interface Recorded {
  /** What may be removed: it is recorded, or the learner says so. */
  readonly done: readonly Claim[];
  readonly added: Counts;
  readonly rewatched: Counts;
  readonly left: readonly Refused<Claim>[];
  readonly passedOver: readonly Finding[];
  /** Folders of shows that have no TheTVDB id yet. */
  readonly nameless: readonly string[];
  /** Undefined if nothing was done, or it could not be written. */
  readonly receipt: KeptReceipt | undefined;
}

interface RecordContext extends Omit<Recording, 'source' | 'beforeRecording'> {
  readonly prompter: Prompter;
  readonly journal: Journal;
  /** What else to record for the links. */
  readonly backfill?: Backfill | undefined;
  readonly receipt: Omit<ReceiptContext, 'tracker'>;
}

/**
 * Carries out the verdicts, and asks what new shows and movies are on TheTVDB. Before it sends anything, it
 * keeps a receipt, and notes in the journal which record each file and line will get, so that a later run
 * recognizes them.
 */
export async function record(
  context: RecordContext,
  verdicts: readonly Verdict[],
  missing: MissingKeys,
): Promise<Recorded> {
  const source = randomUUID();
  const toRewatch = verdictsTo('rewatch', verdicts);
  const rewatches = await timeRewatches(context, toRewatch);
  const receipt = await keepSyncReceipt(
    { ...context.receipt, tracker: context.tracker },
    verdicts,
    [...rewatches.map(rewatchId), ...(context.backfill?.earlier ?? []).map(({ record }) => record)],
    source,
  );
  const isTakenBack = takenBack(context.receipt.receipts, receipt.kept?.id);
  let hasBegun = false;
  async function beforeRecording() {
    if (await isTakenBack()) throw new Failure(TAKEN_BACK);
    hasBegun = true;
  }
  const nameShow: NameShow = async (...title) => {
    await beforeRecording();
    await receipt.nameShow(...title);
  };
  const recording = { ...context, nameShow, source, beforeRecording };
  try {
    return await recordAll(recording, receipt, verdicts, rewatches, missing);
  } catch (error) {
    if (!hasBegun) await receipt.settle([]).catch(() => {});
    throw error;
  }
}

const TAKEN_BACK =
  'This sync has stopped, because an undo has taken it back. What it had not recorded yet stays as it is.';

async function recordAll(
  recording: RecordContext & Recording & { readonly nameShow: NameShow },
  receipt: SyncReceipt,
  verdicts: readonly Verdict[],
  rewatches: readonly Rewatch[],
  missing: MissingKeys,
): Promise<Recorded> {
  const { journal, backfill, source } = recording;
  const entries = [
    ...entriesOf(verdicts, rewatches, source),
    ...entriesOfMoved(verdicts, journal.content.entries),
  ];
  const trouble = await journal.update({ entries });

  // Rewatches of existing records come first, so they count even if the run stops at a later question.
  const ofRecords = rewatches.filter(({ another }) => 'recorded' in another);
  const againFirst = await recordRewatches(recording, ofRecords);
  const toRecord = verdictsTo('record', verdicts).map(({ claim }) => claim);
  const fresh = await recordFresh(recording, toRecord, showsIn(verdicts), missing.tvdb);
  const earlier = await recordBackfill(recording, backfill);
  const incomplete = new Map(earlier.refused.map((one) => [one.item.record, one]));
  const made = new Set(fresh.acknowledged);
  const ofAdded = rewatches.filter(({ another }) => 'first' in another && made.has(another.first));
  const again = joined([againFirst, await recordRewatches(recording, ofAdded)]);

  const rewatched = again.acknowledged.map(claimOf);
  const removable = verdictsTo('remove', verdicts);
  const others = [...rewatches.map(({ another }) => another), ...removable];
  const done = [
    ...fresh.acknowledged,
    ...rewatched,
    ...removable.filter((one) => isReady(one, made)).map(({ claim }) => claim),
  ];
  await receipt.settle([...done, ...earlier.added]);
  return {
    done: done.filter(({ record }) => !incomplete.has(record)),
    added: countKinds([...fresh.acknowledged, ...earlier.added]),
    rewatched: countKinds(rewatched),
    left: [
      ...leftBy(verdicts),
      ...fresh.refused,
      ...again.refused.map((one) => ({ ...one, item: claimOf(one.item) })),
      ...others.filter((one) => !isReady(one, made)).map(waits),
      ...done.flatMap((item) => {
        const why = incomplete.get(item.record);
        return why === undefined ? [] : { ...why, item };
      }),
    ],
    passedOver: [
      ...fresh.shows.failed,
      ...(trouble === undefined ? [] : [unwritten(journal, trouble)]),
      ...receipt.troubles,
    ],
    nameless: fresh.shows.nameless,
    receipt: receipt.kept,
  };
}

/** The folders of all claimed shows, each with a file in it. */
function showsIn(verdicts: readonly Verdict[]): ReadonlyMap<string, string> {
  return new Map(
    verdicts.flatMap(({ claim }) =>
      claim.kind === 'episode' ? [[claim.folder_name, claim.file_name] as const] : [],
    ),
  );
}

/** The record that each file and line will have if everything succeeds. */
function entriesOf(
  verdicts: readonly Verdict[],
  rewatches: readonly Rewatch[],
  source: string,
): JournalEntry[] {
  const ofRecorded = ({ claim, recorded, original }: RecordedClaim) =>
    entryOf(claim, recorded.id, markOf(recorded), original);
  return [
    ...verdictsTo('record', verdicts).map(({ claim }) => entryOf(claim, claim.record, source)),
    ...rewatches.map((one) => entryOf(one.another.claim, rewatchId(one), source, one.of)),
    ...verdictsTo('leave', verdicts).flatMap(({ own }) =>
      own === undefined ? [] : ofRecorded(own),
    ),
    ...verdictsTo('remove', verdicts).map((one) =>
      'first' in one ? entryOf(one.claim, one.first.record, source) : ofRecorded(one),
    ),
  ];
}

const claimOf = ({ another }: Rewatch): Claim => another.claim;

/** Whether the record exists. A repeat needs the record of its first claim, which may have failed. */
const isReady = (another: AnotherClaim, added: ReadonlySet<Claim>) =>
  !('first' in another) || added.has(another.first);

function waits(another: AnotherClaim): Refused<Claim> {
  const first = 'first' in another ? labelOf(another.first) : '';
  const reason = `is the same as ${first}, which is not recorded yet`;
  return { item: another.claim, reason, providerIsDown: false };
}

function unwritten({ file }: Journal, trouble: string): Finding {
  const reason = `could not be written (${trouble}): the next sync may ask about what this one recorded`;
  return { path: file, reason };
}
