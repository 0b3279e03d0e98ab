import type { Finding } from '../../disk/finding.ts';
import { countLines } from '../../disk/watched-list/recount-lines.ts';
import type { Change } from '../../receipts/receipt.ts';
import { type KeptReceipt, type Receipts, UnwrittenReceipt } from '../../receipts/receipts.ts';
import { isRefusal } from '../../tracker/refusal.ts';
import { titledShow } from '../../tracker/titled.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import type { LinkClaim } from '../claims/claims.ts';
import { type Verdict, verdictsTo } from '../decide/verdict.ts';
import type { Instructions } from '../plan/instructions.ts';

/** What a sync needs to keep its receipt. */
export interface ReceiptContext {
  readonly tracker: Tracker;
  readonly receipts: Receipts;
  /** What the receipt calls the sync. */
  readonly what: string;
  readonly cleanUp: Instructions['cleanUp'];
}

/** Gives a show a TheTVDB id. */
export type NameShow = (folder_name: string, tvdb_id: number) => Promise<void>;

/** The receipt of a running sync. */
export interface SyncReceipt {
  /** Undefined while there is nothing to take back, or if none of it could be written. */
  readonly kept: KeptReceipt | undefined;
  /** Why some of it could not be written. */
  readonly troubles: readonly Finding[];
  /** Gives a show without a TheTVDB id this one, which is in the receipt unless the tracker refuses it. */
  readonly nameShow: NameShow;
  /** Discards the receipt if the sync turned out to do nothing. */
  settle(done: readonly unknown[]): Promise<void>;
}

/**
 * Keeps the receipt of what a sync is about to do: what the verdicts say, and the `others` that it records,
 * such as rewatches. The sync goes on if that fails, and reports it.
 */
export async function keepSyncReceipt(
  { tracker, receipts, what, cleanUp }: ReceiptContext,
  verdicts: readonly Verdict[],
  others: readonly string[],
  source: string,
): Promise<SyncReceipt> {
  let kept: KeptReceipt | undefined;
  let trouble: string | undefined;

  async function write(changes: readonly Change[]): Promise<void> {
    const written = kept;
    try {
      if (changes.length === 0) {
        kept = undefined;
        if (written !== undefined) await receipts.discard(written).catch(() => {});
      } else if (written === undefined) {
        kept = await receipts.add({ what, changes });
      } else {
        await receipts.replace({ ...written, changes });
        kept = { ...written, changes };
      }
    } catch (error) {
      if (!(error instanceof UnwrittenReceipt)) throw error;
      trouble = error.why;
    }
  }

  await write([
    ...recordsOf(verdicts, others, source),
    ...(cleanUp === 'keep' ? [] : removalsOf(verdicts, cleanUp)),
  ]);
  return {
    get kept() {
      return kept;
    },
    get troubles() {
      return trouble === undefined ? [] : [unwritten(receipts, trouble, kept !== undefined)];
    },
    async nameShow(folder_name, tvdb_id) {
      const before = kept?.changes ?? [];
      await write([...before, { kind: 'show named', folder_name, from: null, to: tvdb_id }]);
      try {
        await titledShow(tracker, folder_name).setId(tvdb_id);
      } catch (error) {
        if (isRefusal(error)) await write(before);
        throw error;
      }
    },
    async settle(done) {
      const hasNames = kept?.changes.some(({ kind }) => kind === 'show named') === true;
      if (!hasNames && done.length === 0) await write([]);
    },
  };
}

function recordsOf(
  verdicts: readonly Verdict[],
  others: readonly string[],
  source: string,
): Change[] {
  const fresh = verdictsTo('record', verdicts).map(({ claim }) => claim.record);
  const ids = [...fresh, ...others];
  const records = ids.map((id) => ({ id, source }));
  return records.length === 0 ? [] : [{ kind: 'records added', records }];
}

/** The files and lines that go if everything can be recorded. */
function removalsOf(verdicts: readonly Verdict[], cleanUp: 'delete' | 'trash'): Change[] {
  const claims = verdicts.flatMap(({ to, claim }) => (to === 'leave' ? [] : claim));
  const paths = claims.flatMap((claim) => ('video' in claim ? claim.video.path : []));
  const links = claims.flatMap((claim) => ('line' in claim ? claim : []));
  const to = cleanUp === 'trash' ? 'trash' : 'nowhere';
  return [
    ...(paths.length === 0 ? [] : [{ kind: 'files removed', to, paths } as const]),
    ...linesOf(links),
  ];
}

function linesOf(links: readonly LinkClaim[]): Change[] {
  const [first] = links;
  if (first === undefined) return [];
  const { path, content } = first.list;
  const count = countLines(content);
  const byLine = Map.groupBy(links, ({ line }) => line.bytes.toString('base64'));
  const lines = [...byLine].map(([line, going]) => {
    const from = count(Buffer.from(line, 'base64'));
    return { line, from, to: from - going.length };
  });
  return [{ kind: 'list edited', path, content: content.toString('base64'), lines }];
}

function unwritten({ folder }: Receipts, trouble: string, isInPart: boolean): Finding {
  const advice = isInPart
    ? 'undo does not take back all of this sync'
    : 'this sync cannot be undone';
  const reason = `could not be written (${trouble}): ${advice}`;
  return { path: folder ?? 'Receipt', reason };
}
