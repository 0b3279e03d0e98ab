import { endpoints } from '@immersion-tracker/contract';
import type { Finding } from '../../disk/finding.ts';
import { countLines } from '../../disk/watched-list/recount-lines.ts';
import { systemErrorCode } from '../../errors/system-error-code.ts';
import type { Change } from '../../receipts/receipt.ts';
import type { KeptReceipt, Receipts } from '../../receipts/receipts.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import type { LinkClaim } from '../claims/claims.ts';
import { type Verdict, verdictsTo } from '../decide/verdict.ts';
import type { Instructions } from '../plan/instructions.ts';

/** What a sync needs to keep its receipt. */
export interface ReceiptContext {
  readonly receipts: Receipts;
  /** What the receipt calls the sync. */
  readonly what: string;
  readonly cleanUp: Instructions['cleanUp'];
}

/** The receipt of a running sync. */
export interface SyncReceipt {
  /** Undefined while there is nothing to take back, or if it cannot be written. */
  readonly kept: KeptReceipt | undefined;
  /** Why it could not be written. */
  readonly troubles: readonly Finding[];
  /** A tracker whose requests to name a show are added to the receipt before they are sent. */
  noting(tracker: Tracker): Tracker;
  /** Discards the receipt if the sync turned out to do nothing. */
  settle(done: readonly unknown[]): Promise<void>;
}

/**
 * Keeps the receipt of what a sync is about to do: what the verdicts say, and the `others` that it records,
 * such as rewatches. The sync goes on if that fails, and reports it.
 */
export async function keepSyncReceipt(
  { receipts, what, cleanUp }: ReceiptContext,
  verdicts: readonly Verdict[],
  others: readonly string[],
  source: string,
): Promise<SyncReceipt> {
  let kept: KeptReceipt | undefined;
  let trouble: string | undefined;
  let hasNames = false;

  async function add(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    try {
      if (kept === undefined) {
        kept = await receipts.add({ what, changes });
      } else {
        kept = { ...kept, changes: [...kept.changes, ...changes] };
        await receipts.replace(kept);
      }
    } catch (error) {
      trouble = systemErrorCode(error);
      if (trouble === undefined) throw error;
    }
  }

  await add([
    ...recordsOf(verdicts, others, source),
    ...(cleanUp === 'keep' ? [] : removalsOf(verdicts, cleanUp)),
  ]);
  return {
    get kept() {
      return trouble === undefined ? kept : undefined;
    },
    get troubles() {
      return trouble === undefined ? [] : [unwritten(receipts, trouble)];
    },
    noting: (tracker) => ({
      ...tracker,
      async send(endpoint, body) {
        if (endpoint.path === endpoints.updateShow.path) {
          const { folder_name, tvdb_id } = endpoints.updateShow.request.parse(body);
          hasNames = true;
          // A sync names only shows without an id.
          await add([{ kind: 'show named', folder_name, from: null, to: tvdb_id }]);
        }
        return tracker.send(endpoint, body);
      },
    }),
    async settle(done) {
      if (kept === undefined || hasNames || done.length > 0) return;
      await receipts.discard(kept).catch(() => {});
      kept = undefined;
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

function unwritten({ folder }: Receipts, trouble: string): Finding {
  const reason = `could not be written (${trouble}): this sync cannot be undone`;
  return { path: folder ?? 'Receipt', reason };
}
