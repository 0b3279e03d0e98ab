import { endpoints, itemKey, type KnownLinkKind, linkKinds } from '@immersion-tracker/contract';
import type { Screen } from '../../terminal/screen.ts';
import { inParts } from '../../tracker/in-parts.ts';
import { namedById, sendParts } from '../../tracker/send-parts.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import type { Claim, LinkClaim } from '../claims/claims.ts';
import type { Refused } from '../record/send-in-parts.ts';

/** What `--backfill` adds to a sync. */
export interface Backfill {
  readonly kind: KnownLinkKind;
  /** The links that stand for what their podcasts released before. */
  readonly links: readonly LinkClaim[];
  /** What was released before and has no record yet. Known before anything is sent. */
  readonly earlier: readonly {
    readonly kind: KnownLinkKind['id'];
    readonly record: string;
    readonly seconds: number;
  }[];
  /** Links about which the tracker could not say that. */
  readonly refused: readonly Refused<LinkClaim>[];
}

/** How much a backfill records, as `--json` prints it. */
export function sizeOf({ earlier }: Backfill) {
  return {
    episodes: earlier.length,
    seconds: earlier.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/** Asks the tracker what the links of these claims stand for, whether or not they are recorded. */
export async function previewBackfill(
  tracker: Tracker,
  screen: Pick<Screen, 'bar'>,
  claims: readonly Claim[],
): Promise<Backfill | undefined> {
  const kind = linkKinds.find(({ sync }) => sync.backfills);
  if (kind === undefined) return undefined;
  const ofKind = claims.filter((claim): claim is LinkClaim => claim.kind === kind.id);
  const links = [...new Map(ofKind.map((link) => [link.id, link])).values()];
  const idOf = ({ id }: LinkClaim) => id;
  const send = (part: readonly LinkClaim[]) =>
    tracker.send(endpoints.previewBackfill, { episode_ids: part.map(idOf) });
  const { answers, refused } = await sendParts(
    inParts(links, kind.sync.idsAtOnce),
    { send, namedBy: namedById(idOf) },
    screen.bar(`Finding earlier ${kind.nouns.record[1]}`, links.length),
  );
  const linked = new Set(links.map(idOf));
  const earlier = answers
    .flatMap(({ answer }) => answer.episodes)
    .filter(({ id, known }) => !known && !linked.has(id));
  const byId = new Map(earlier.map((one) => [one.id, one]));
  return {
    kind,
    links: answers.flatMap(({ part }) => part),
    earlier: [...byId.values()].map(({ id, duration: seconds }) => {
      return { kind: kind.id, record: itemKey(kind.record, id), seconds };
    }),
    refused: refused.map(({ error, ...one }) => ({ ...one, reason: error.message })),
  };
}
