import { fromEntries, type KindId, syncEndpoint, syncRequest } from '@immersion-tracker/contract';
import { lookUp } from '../../tracker/look-up.ts';
import type { Claim, LinkClaim } from '../claims/claims.ts';
import type { Recording } from '../record/recording.ts';
import { type Refused, sendInParts } from '../record/send-in-parts.ts';
import type { Backfill } from './preview-backfill.ts';

export interface Backfilled {
  /** The kind of each record that this run added. */
  readonly added: readonly { readonly kind: KindId }[];
  /** Links whose earlier episodes could not all be recorded. */
  readonly refused: readonly Refused<Claim>[];
}

/**
 * Records what was released before linked episodes, at the time of each linked one. Those must have been
 * recorded before; the ones that were not are passed over.
 */
export async function recordBackfill(
  recording: Recording,
  backfill: Backfill | undefined,
): Promise<Backfilled> {
  if (backfill === undefined) return { added: [], refused: [] };
  const { tracker, source } = recording;
  const { kind, links, earlier } = backfill;
  const recorded = await lookUp(
    tracker,
    links.map(({ record }) => record),
  );
  const timed = links.flatMap((link) => {
    const watched_at = recorded.get(link.record)?.watched_at;
    return watched_at === undefined ? [] : [{ link, watched_at }];
  });
  const sent = await sendInParts(recording, `Earlier ${kind.nouns.record[1]}`, timed, {
    size: kind.sync.idsAtOnce,
    idOf: ({ link }) => link.id,
    async send(part) {
      const ids = part.map(({ link }) => link.id);
      const watched_at = fromEntries(part.map((one) => [one.link.id, one.watched_at]));
      const request = { ...syncRequest(kind, ids, source), watched_at, backfill: true };
      await tracker.send(syncEndpoint(kind), request);
      return part;
    },
  });
  // A lost answer would have had the count, so count the records themselves.
  const ours = await lookUp(
    tracker,
    earlier.map(({ record }) => record),
  );
  const refused = [
    ...backfill.refused,
    ...sent.refused.map(({ item, ...why }) => ({ ...why, item: item.link })),
  ];
  return {
    added: earlier.filter(({ record }) => ours.get(record)?.source === source),
    refused: refused.map(withReason),
  };
}

const withReason = ({ reason, ...refused }: Refused<LinkClaim>): Refused<Claim> => ({
  ...refused,
  reason: `the earlier episodes were not recorded: ${reason}`,
});
